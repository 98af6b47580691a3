package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Fixture.assertClose;
import static percolate.Percolate.*;

import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import percolate.model.Graph;

/**
 * Every layer as an exported file that gives the same outputs. The files stay in {@code target/exports} with what goes in
 * and out beside them, for {@code check_exports.py}, which asks Python's own PyTorch.
 */
class ExportedFilesTest {
    private static final Path FOLDER = Path.of("target", "exports");

    static Stream<Arguments> models() {
        var single = Stream.concat(TwoWaysTest.layers(), ofAll())
                .map(of -> Arguments.of(sequential(input(shape(of).toArray()), (Layer) of.get()[0])));
        return Stream.concat(single, several().map(Arguments::of));
    }

    private static Shape shape(Arguments of) {
        return (Shape) of.get()[1];
    }

    /** Layers that stand in no suite that runs both ways: those that train alike. */
    private static Stream<Arguments> ofAll() {
        return Stream.of(
                Arguments.of(positionalEncoding(), Shape.of(5, 4)),
                Arguments.of(convTranspose2d(3, 3).stride(2).padding(1).outputPadding(1), Shape.of(2, 4, 4)),
                Arguments.of(additiveAttention(4).heads(2).dropout(0.1), Shape.of(5, 4)),
                Arguments.of(dense(3).step(), Shape.of(4)));
    }

    private static Stream<Model> several() {
        var x = input(TIME, 3);
        var mask = input(TIME);
        var words = input(TIME).to(int64);
        var start = input(4);
        var memory = words.then(embedding(12, 3).padding(0)).then(lstm(4).returnSequences());
        return Stream.of(
                model(List.of(x, mask), x.then(gru(4).masked(), mask)),
                model(List.of(x, mask), x.then(bidirectional(gru(4)).masked(), mask)),
                model(List.of(x, start), x.then(gru(4).returnSequences(), start)),
                model(List.of(x, words), x.then(additiveAttention(4), memory), memory.state()),
                sequential(input(TIME, 3), lstm(4).returnState()),
                sequential(input(TIME, 3), bidirectional(lstm(4).returnSequences()), dense(2)));
    }

    @ParameterizedTest
    @MethodSource("models")
    void anExportedModelGivesTheSameOutputs(Model net) throws Exception {
        Files.createDirectories(FOLDER);
        var name = String.format("%08x", net.toString().hashCode());
        net.export(FOLDER.resolve(name + ".pt").toString());
        seed(1);
        var inputs =
                net.graph().inputs().stream().map(ExportedFilesTest::examples).toArray(Tensor[]::new);
        var outputs = net.outputs(inputs);
        write(name, net, Arrays.asList(inputs), outputs);
        var list = new NDList();
        Stream.of(inputs).forEach(x -> list.add(ndArray(x)));
        try (var model = ai.djl.Model.newInstance(name, "PyTorch")) {
            model.load(FOLDER, name);
            var found = IValueUtils.forward((PtSymbolBlock) model.getBlock(), list, true);
            assertThat(found).hasSameSizeAs(outputs);
            for (int i = 0; i < found.size(); i++) {
                assertClose(tensor(found.get(i)), outputs.get(i), net + " output " + i);
            }
        }
    }

    private static Tensor examples(Graph.Input input) {
        int[] shape = input.shape().prepend(3).sizes().stream()
                .mapToInt(size -> size == TIME ? 5 : size)
                .toArray();
        return input.dtype() == int64 ? randint(0, 12, shape) : randn(shape);
    }

    private static void write(String name, Model net, List<Tensor> inputs, List<Tensor> outputs) throws Exception {
        var json = new JsonObject();
        json.addProperty("model", net.toString());
        json.add("inputs", array(inputs));
        json.add("outputs", array(outputs));
        Files.writeString(FOLDER.resolve(name + ".json"), new Gson().toJson(json));
    }

    private static JsonArray array(List<Tensor> tensors) {
        var array = new JsonArray();
        tensors.forEach(t -> array.add(Fixture.json(t)));
        return array;
    }
}
