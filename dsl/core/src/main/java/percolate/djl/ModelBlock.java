package percolate.djl;

import ai.djl.MalformedModelException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import percolate.Model;
import percolate.Tensor;
import percolate.engine.Array;
import percolate.engine.Lent;
import percolate.model.Graph;
import percolate.program.Forward;
import percolate.program.Mode;

/**
 * A model as a DJL block. Its parameters are the model's weights themselves: what a {@code Trainer} changes the model has, and
 * the other way round. What DJL closes at its end stays the model's.
 */
public final class ModelBlock extends AbstractBlock {
    private static final byte VERSION = 1;

    private final Model model;
    private final Lent lent = new Lent(this);

    /** @throws IllegalStateException if the model's input has no shape yet */
    public ModelBlock(Model model) {
        super(VERSION);
        this.model = model;
        model.graph().weights().forEach(this::lend);
    }

    private void lend(Graph.Entry entry) {
        entry.variable().settle();
        boolean frozen =
                model.frozenLayers().contains(entry.layer()) || entry.variable().isFrozen();
        var parameter = Parameter.builder()
                .setName(entry.key())
                .setType(Parameter.Type.OTHER)
                .optRequiresGrad(entry.weight().trained() && !frozen)
                .build();
        parameter.setArray(lent.array(entry.variable().array()));
        addParameter(parameter);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        var x = model.admit(
                inputs.stream().map(nd -> new Tensor(Array.borrowed(nd))).toList());
        var mode = training ? Mode.TRAINING : Mode.INFERENCE;
        var outputs = Forward.whole(model.graph(), mode, training, model.arrays(), x);
        var manager = inputs.head().getManager();
        return new NDList(outputs.stream()
                .map(output -> Lent.given(output.array(), manager))
                .toArray(NDArray[]::new));
    }

    @Override
    public ai.djl.ndarray.types.Shape[] getOutputShapes(ai.djl.ndarray.types.Shape[] inputs) {
        return model.graph().outputs(Lent.examples(inputs)).stream()
                .map(shape -> Lent.batchOf(shape, inputs[0].get(0)))
                .toArray(ai.djl.ndarray.types.Shape[]::new);
    }

    /** The numbers become the model's. */
    @Override
    public void loadParameters(NDManager manager, DataInputStream in) throws IOException, MalformedModelException {
        super.loadParameters(manager, in);
        var read = List.copyOf(getDirectParameters().values());
        for (int i = 0; i < read.size(); i++) {
            var entry = model.graph().weights().get(i);
            entry.variable().set(Array.borrowed(read.get(i).getArray()));
            lend(entry);
        }
    }
}
