package percolate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import percolate.Fixture;
import percolate.Model;
import percolate.Shape;
import percolate.Tensor;

/** Programs that PyTorch's jit wrote, against what they gave there. */
class ScriptFileTest {
    @TempDir
    Path folder;

    private static JsonObject there() throws IOException {
        return new Gson().fromJson(Files.readString(WeightsFileTest.FILES.resolve("network.json")), JsonObject.class);
    }

    private static Tensor there(String part) throws IOException {
        return Fixture.tensor(there().getAsJsonObject(part));
    }

    private static Model loaded(String name) {
        return load(WeightsFileTest.FILES.resolve(name).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"script.pt", "trace.pt"})
    void aProgramGivesWhatItGaveInPythonForBatchesOfAnySize(String name) throws IOException {
        var net = loaded(name);
        var x = there("input");
        assertThat(net.predict(x).isClose(there("output"), 1e-5)).isTrue();
        assertThat(net.predict(x.slice(0, 0, 1)).isClose(there("output").slice(0, 0, 1), 1e-5))
                .isTrue();
        assertThat(net.predict(rand(7, 1, 6, 6)).shape()).isEqualTo(Shape.of(7, 3));
        assertThat(net.apply(x).isClose(net.apply(x), 0))
                .as("nothing is dropped")
                .isTrue();
    }

    @Test
    void itsParametersAreReadable() throws IOException {
        var net = loaded("trace.pt");
        net.predict(there("input"));
        var weights = there().getAsJsonObject("weights");
        assertThat(net.weight("script1.head.weight").isClose(Fixture.tensor(weights.getAsJsonObject("head.weight")), 0))
                .isTrue();
        assertThat(net.parameterCount()).isEqualTo(123);
        assertThat(net.summary().toString()).contains("load(\"trace.pt\")", "head.weight [3, 32]");
    }

    @Test
    void aProgramThatExposesItsParametersIsTrainedAndFrozen() throws IOException {
        var net = loaded("script.pt");
        var x = there("input");
        var before = net.predict(x);
        var run = net.train(dataset(x, tensor(0, 1, 2).to(int64)))
                .loss(crossEntropy())
                .optimizer(sgd(0.1))
                .epochs(20)
                .seed(1)
                .quiet()
                .fit();
        assertThat(run.loss()).isLessThan(run.history().get(0).loss() / 2);
        assertThat(net.predict(x).isClose(before, 1e-3)).isFalse();
        var base = loaded("script.pt");
        var head = sequential(input(1, 6, 6), base.frozen(), dense(2));
        head.train(dataset(x, tensor(0, 1, 1).to(int64))).epochs(2).quiet().fit();
        assertThat(head.upTo("script1").predict(x).isClose(before, 1e-6)).isTrue();
    }

    @Test
    void whatExportWroteComesBackAndSaysThatItCannotBeTrained() {
        var net = sequential(input(3), dense(4).relu(), dense(2));
        var file = folder.resolve("net.pt").toString();
        net.export(file);
        var out = System.out;
        var said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        Model loaded;
        try {
            loaded = load(file);
        } finally {
            System.setOut(out);
        }
        var x = rand(5, 3);
        assertThat(loaded.predict(x).isClose(net.predict(x), 1e-6)).isTrue();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .startsWith("load(\"" + file + "\"): the program exposes no parameters")
                .contains("cannot be trained");
        assertThatThrownBy(() -> loaded.train(dataset(x, ones(5, 2))).fit())
                .hasMessageContaining("no weights to train");
        assertThat(loadWeights(file).get("w0").isClose(net.weight("dense1.weight"), 0))
                .isTrue();
    }

    @Test
    void mistakesWithProgramsAreAnsweredInWords() throws IOException {
        assertOneSentence(() -> loaded("trace.pt").predict(rand(2, 5)), "load(\"trace.pt\")", "[2, 5]", "made for");
        assertOneSentence(
                () -> {
                    var net = loaded("trace.pt");
                    net.predict(there("input"));
                    net.copy();
                },
                "copy: ",
                "load(\"trace.pt\")");
        assertThatThrownBy(() -> load(WeightsFileTest.FILES.resolve("whole.pt").toString()))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("weights alone");
    }
}
