package percolate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static percolate.Percolate.*;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import percolate.Fixture;
import percolate.Model;
import percolate.Tensor;
import percolate.engine.StoredZip;

/** Weights that PyTorch and the safetensors library wrote, and ours for them; {@code files.py} of the oracle wrote theirs. */
class WeightsFileTest {
    static final Path FILES = Path.of("src", "test", "resources", "files");
    private static final Path EXPORTS = Path.of("target", "exports");

    @TempDir
    Path folder;

    private final Model net = sequential(input(2), dense(3).relu(), dense(1));

    private static String file(String name) {
        return FILES.resolve(name).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kinds.pt", "kinds.safetensors"})
    void allKindsOfNumbersComeAsTheyWereWritten(String name) throws IOException {
        var expected = new Gson().fromJson(Files.readString(FILES.resolve("kinds.json")), JsonObject.class);
        var found = loadWeights(file(name));
        assertThat(expected.keySet()).containsAll(found.keySet());
        assertThat(found).hasSizeGreaterThanOrEqualTo(12);
        found.forEach((key, tensor) -> {
            var its = expected.getAsJsonObject(key);
            assertThat(tensor.shape().toArray())
                    .as(key)
                    .containsExactly(new Gson().fromJson(its.get("shape"), int[].class));
            var values = new Gson().fromJson(its.get("values"), String[].class);
            var numbers = tensor.dtype().isFloating()
                    ? Arrays.stream(tensor.toDoubleArray()).boxed().toList()
                    : Arrays.stream(tensor.toLongArray())
                            .mapToDouble(x -> x)
                            .boxed()
                            .toList();
            assertThat(numbers)
                    .as(key)
                    .containsExactlyElementsOf(Arrays.stream(values)
                            .map(x -> x.equals("inf") ? Double.valueOf(Double.POSITIVE_INFINITY) : Double.valueOf(x))
                            .toList());
        });
        assertThat(found.get("float64").dtype()).isEqualTo(float64);
        assertThat(found.get("int64").dtype()).isEqualTo(int64);
        assertThat(found.get("bool").dtype()).isEqualTo(bool);
        assertThat(found.get("float16").dtype()).isEqualTo(float32);
    }

    @Test
    void aStateDictionaryAProgramAndACheckpointHoldTheSameWeights() {
        var state = loadWeights(file("state.pt"));
        assertThat(state).containsKeys("conv.weight", "norm.running_mean", "head.bias");
        assertThat(loadWeights(file("trace.pt")).get("head.weight").isClose(state.get("head.weight"), 0))
                .isTrue();
        var checkpoint = loadWeights(file("checkpoint.pt"));
        assertThat(checkpoint.keySet())
                .contains("model.head.weight", "optimizer.state.0.exp_avg")
                .noneMatch(name -> name.startsWith("epoch"));
    }

    @Test
    void aNetTakesTheWeightsOfAFileAndKeepsTheOthers() {
        var file = folder.resolve("net.safetensors").toString();
        net.saveWeights(file);
        var other = sequential(input(2), dense(3).relu(), dense(1));
        assertThat(other.loadWeights(file)).isSameAs(other);
        net.weights().forEach((name, weight) -> assertThat(other.weight(name).isClose(weight, 0))
                .isTrue());
        net.save(folder.resolve("net.pct").toString());
        assertThat(loadWeights(folder.resolve("net.pct").toString()).keySet())
                .isEqualTo(net.weights().keySet());
        var bias = other.weight("dense2.bias");
        WeightsFile.write(Path.of(file), Map.of("dense1.bias", ones(3)));
        other.loadWeights(file);
        assertThat(other.weight("dense1.bias").isClose(1, 0)).isTrue();
        assertThat(other.weight("dense2.bias").isClose(bias, 0)).isTrue();
        assertThatThrownBy(() -> other.loadWeights(file("state.pt"))).hasMessageContaining("no \"conv.weight\"");
    }

    @Test
    void pythonsLibraryReadsOurs() throws IOException {
        var all = new LinkedHashMap<String, Tensor>(net.weights());
        all.put("numbers", tensor(new int[] {1, -2}));
        all.put("whole", tensor(3, 4).to(int64));
        all.put("short", tensor(3, -4).to(int32));
        all.put("true", tensor(1, 0).to(bool));
        all.put("scalar", tensor(2.5));
        Files.createDirectories(EXPORTS);
        WeightsFile.write(EXPORTS.resolve("kinds.safetensors"), all);
        var json = new JsonObject();
        all.forEach((name, tensor) -> json.add(
                name, Fixture.json(tensor.dtype() == int32 || tensor.dtype() == bool ? tensor.to(int64) : tensor)));
        Files.writeString(EXPORTS.resolve("kinds.expected"), new Gson().toJson(json));
        var read = loadWeights(EXPORTS.resolve("kinds.safetensors").toString());
        all.forEach((name, tensor) -> {
            assertThat(read.get(name).dtype()).isEqualTo(tensor.dtype());
            assertThat(read.get(name).toDoubleArray()).containsExactly(tensor.toDoubleArray());
        });
    }

    private static void refused(Path file, String... parts) {
        assertThatThrownBy(() -> loadWeights(file.toString()))
                .isInstanceOf(ModelFileException.class)
                .hasMessageStartingWith("loadWeights(\"" + file + "\"): ")
                .message()
                .doesNotContain("\n", "Exception", "percolate.")
                .satisfies(message -> assertThat(parts).allMatch(message::contains, message));
    }

    @Test
    void whatIsNoFileOfWeightsIsRefusedInWords() throws IOException {
        refused(folder.resolve("none.safetensors"), "no such file");
        refused(folder, "folder", ".safetensors");
        refused(FILES.resolve("whole.pt"), "it names __main__.Net", "nothing but tensors", "state_dict()");
        refused(FILES.resolve("before16.pt"), "before version 1.6", "torch.save");
        var file = folder.resolve("some");
        Files.write(file, new byte[0]);
        refused(file, "header");
        Files.writeString(file, "{\"a\": 1}");
        refused(file, "header");
        Files.write(file, StoredZip.of(Map.of("word/document.xml", new byte[3])));
        refused(file, "no weights in this zip", "safetensors");
        assertThatThrownBy(() -> load(file("state.pt"))).hasMessageContaining("weights alone");
        assertThatThrownBy(() -> net.saveWeights(folder.toString()))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("saveWeights(\"");
    }

    /** {@code os.system("touch …")}, as pickle's own documentation warns. */
    @Test
    void aPickleThatNamesAFunctionIsRefusedAndNothingIsRun() throws IOException {
        var touched = folder.resolve("touched");
        var command = "touch " + touched;
        pickle("\u0080\u0002cposix\nsystem\nX" + (char) command.length() + "\0\0\0" + command + "\u0085R.");
        refused(folder.resolve("bad.pt"), "it names posix.system", "nothing of it was run");
        assertThat(touched).doesNotExist();
        pickle("\u0080\u0002cbuiltins\neval\n)R.");
        refused(folder.resolve("bad.pt"), "it names builtins.eval");
        pickle("\u0080\u0002ctorch._utils\n_rebuild_device_tensor_from_numpy\n)R.");
        refused(folder.resolve("bad.pt"), "it names torch._utils._rebuild_device_tensor_from_numpy");
        pickle("\u0080\u0004\u008c\u0002os\u008c\u0006system\u0093)R.");
        refused(folder.resolve("bad.pt"), "0x93");
    }

    @Test
    void aPickleThatHoldsItselfEnds() throws IOException {
        pickle("\u0080\u0002}q\0X\1\0\0\0ah\0s.");
        refused(folder.resolve("bad.pt"), "holds itself");
        pickle("\u0080\u0002]q\0h\0a.");
        refused(folder.resolve("bad.pt"), "holds itself");
        pickle("\u0080\u0002]q\0(" + "h\0".repeat(50) + "e.");
        refused(folder.resolve("bad.pt"), "holds itself");
    }

    /** One number that says of itself that it is a million. */
    @Test
    void aTensorLargerThanItsNumbersIsRefused() throws IOException {
        for (var sizes : new String[] {
            "J\0\0\u0010\0\u0085J\1\0\0\0\u0085",
            "J\2\0\0\0\u0085J\0\0\0\0\u0085",
            "J\1\0\0\0\u0085J\1\0\0\0\u0086",
            "J\u00ff\u00ff\u00ff\u00ff\u0085J\1\0\0\0\u0085"
        }) {
            var pickle =
                    "\u0080\u0002ctorch._utils\n_rebuild_tensor_v2\n((X\7\0\0\0storagectorch\nFloatStorage\nX\1\0\0\0"
                            + "0" + "X\3\0\0\0cpuK\1tQK\0" + sizes + "\u0089}tR.";
            Files.write(
                    folder.resolve("bad.pt"),
                    StoredZip.of(Map.of(
                            "a/data.pkl", pickle.getBytes(StandardCharsets.ISO_8859_1), "a/data/0", new byte[4])));
            refused(folder.resolve("bad.pt"), sizes.startsWith("J\1") ? "garbled" : "larger than what the file holds");
        }
    }

    private void pickle(String text) throws IOException {
        Files.write(
                folder.resolve("bad.pt"),
                StoredZip.of(Map.of("a/data.pkl", text.getBytes(StandardCharsets.ISO_8859_1))));
    }
}
