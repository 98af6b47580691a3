package percolate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import ai.djl.Model;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code torch.jit.load} reads, read by the same library without Python. */
class ExportTest {
    @TempDir
    Path folder;

    private NDList run(String name, NDList inputs) throws Exception {
        try (var model = Model.newInstance(name, "PyTorch")) {
            model.load(folder, name);
            return IValueUtils.forward((PtSymbolBlock) model.getBlock(), inputs, true);
        }
    }

    @Test
    void anExportedModelGivesTheSameOutputs() throws Exception {
        var net = sequential(
                input(1, 8, 8), conv2d(3, 3).relu(), batchNorm(), flatten(), dropout(0.5), dense(4).softmax());
        var x = rand(5, 1, 8, 8);
        net.train(dataset(x, randint(0, 4, 5))).epochs(2).quiet().fit();
        net.export(folder.resolve("net.pt").toString());
        var found = tensor(run("net", new NDList(ndArray(x))).singletonOrThrow());
        assertThat(found.isClose(net.predict(x), 1e-6)).isTrue();
    }

    @Test
    void severalInputsAndOutputsAreExported() throws Exception {
        var a = input(3);
        var b = input(TIME, 2);
        var h = a.then(dense(4)).add(b.then(gru(4)));
        var net = model(List.of(a, b), h, h.then(dense(2)));
        net.export(folder.resolve("two.pt").toString());
        var x = rand(2, 3);
        var y = rand(2, 5, 2);
        var found = run("two", new NDList(ndArray(x), ndArray(y)));
        assertThat(tensor(found.get(1)).isClose(net.outputs(x, y).get(1), 1e-6)).isTrue();
    }

    @Test
    void layersOfOnesOwnStayInJava() {
        var net = sequential(input(2), lambda(t -> t.times(2)), dense(1));
        assertOneSentence(() -> net.export(folder.resolve("own.pt").toString()), "export(\"", "layers of your own");
    }
}
