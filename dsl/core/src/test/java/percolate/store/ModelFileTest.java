package percolate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static percolate.Percolate.*;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import percolate.Custom;
import percolate.Layer;
import percolate.Model;
import percolate.Shape;
import percolate.Tensor;
import percolate.engine.StoredZip;
import percolate.model.Recurrent;

class ModelFileTest {
    @TempDir
    Path folder;

    private Path file;
    private final Model net = sequential(input(1, 8, 8), conv2d(3, 3).same().relu(), flatten(), dense(4).named("head"));

    @BeforeEach
    void name() {
        file = folder.resolve("net.pct");
    }

    static Tensor examples(Shape input) {
        var known =
                Shape.of(input.sizes().stream().mapToInt(s -> s == TIME ? 5 : s).toArray());
        return rand(known.prepend(3).toArray());
    }

    /** An input that the layer takes. */
    static int[] inputOf(Layer layer) {
        var kind = layer.kind();
        if (kind.contains("3d")) {
            return new int[] {2, 3, 4, 4};
        }
        if (kind.contains("2d")
                || List.of("flatten", "groupNorm", "localResponseNorm", "spatialDropout")
                        .contains(kind)) {
            return new int[] {2, 8, 8};
        }
        if (kind.contains("1d")
                || layer instanceof Recurrent<?>
                || List.of("bidirectional", "positionalEncoding").contains(kind)) {
            return new int[] {TIME, 3};
        }
        if (kind.endsWith("Attention")) {
            return new int[] {TIME, 4};
        }
        return switch (kind) {
            case "reshape" -> new int[] {16};
            case "embedding" -> new int[] {TIME};
            case "permute" -> layer.equals(permute(1, 0)) ? new int[] {4, 3} : new int[] {2, 4, 3};
            default -> new int[] {6};
        };
    }

    @ParameterizedTest
    @MethodSource("percolate.LayerTest#all")
    void everyLayerComesBackWithItsWeights(Layer layer) {
        var saved = sequential(input(inputOf(layer)), layer);
        saved.save(file.toString());
        var loaded = load(file.toString());
        assertThat(loaded.layers()).isEqualTo(saved.layers());
        assertThat(loaded).hasToString(saved.toString());
        assertThat(loaded.weights().keySet())
                .containsExactlyElementsOf(saved.weights().keySet());
        var x = layer.takesIntegers()
                ? randint(0, 12, 3, 5)
                : examples(saved.graph().input());
        assertThat(loaded.predict(x).toFloatArray())
                .containsExactly(saved.predict(x).toFloatArray());
    }

    @Test
    void givenWeightsAndInitialisersComeBackAndAFunctionOfOnesOwnDoesNot() {
        var given = dense(2).weight(tensor(0.1, 2, 3, 4).reshape(2, 2)).init(he());
        sequential(input(2), given).save(file.toString());
        assertThat(load(file.toString()).layers()).containsExactly(given);
        var own = sequential(input(2), dense(2).init(shape -> ones(shape)));
        own.save(file.toString());
        var loaded = load(file.toString());
        assertThat(loaded.layers()).containsExactly(dense(2));
        assertThat(loaded.weight("dense1.weight").isClose(1, 0)).isTrue();
    }

    @Test
    void aTrainedModelPredictsTheSameBits() {
        var data = dataset(rand(20, 1, 8, 8), randint(0, 4, 20));
        net.train(data).epochs(2).quiet().fit();
        net.save(file.toString());
        var loaded = load(file.toString());
        assertThat(loaded.predict(data).toFloatArray())
                .containsExactly(net.predict(data).toFloatArray());
        assertThat(loaded.weights()).containsKeys("conv2d1.weight", "head.weight");
        loaded.train(data).epochs(1).quiet().fit();
    }

    @Test
    void loadingDrawsNoRandomNumbers() {
        net.save(file.toString());
        seed(3);
        var expected = rand(2);
        seed(3);
        load(file.toString());
        assertThat(rand(2).isClose(expected, 0)).isTrue();
    }

    @Test
    void aLoadedModelKeepsItsWeightsWhenTrainedFurther() {
        net.save(file.toString());
        var loaded = load(file.toString());
        loaded.train(dataset(zeros(2, 1, 8, 8), zeros(2).to(int64)))
                .optimizer(sgd(1e-9))
                .epochs(1)
                .seed(1)
                .quiet()
                .fit();
        assertThat(loaded.weight("conv2d1.weight").isClose(net.weight("conv2d1.weight"), 1e-6))
                .isTrue();
    }

    @Test
    void theFileIsAZipThatAPersonCanRead() throws IOException {
        net.save(file.toString());
        try (var zip = new ZipFile(file.toFile())) {
            var text =
                    new String(zip.getInputStream(zip.getEntry("model.json")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains("\"format\": 2", "\"conv2d\"", "weightsSha256", "PyTorch 2.7.1");
            assertThat(zip.getEntry("weights.safetensors").getSize()).isGreaterThan(4 * net.parameterCount());
        }
    }

    // What cannot be read

    private void refused(Path path, String... parts) {
        assertThatThrownBy(() -> load(path.toString()))
                .isInstanceOf(ModelFileException.class)
                .hasMessageStartingWith("load(\"" + path + "\"): ")
                .message()
                .doesNotContain("\n", "Exception", "percolate.")
                .satisfies(message -> assertThat(parts).allMatch(message::contains, message));
    }

    private byte[] saved() throws IOException {
        net.save(file.toString());
        return Files.readAllBytes(file);
    }

    @Test
    void aMissingFileIsNamed() {
        refused(folder.resolve("none.pct"), "no such file", "the folder here is");
        refused(folder, "folder", "save(…)");
    }

    @Test
    void aTruncatedFileIsRefusedWhereverItIsCut() throws IOException {
        var whole = saved();
        for (int length = 0; length < whole.length; length += length < 200 || length > whole.length - 200 ? 1 : 37) {
            Files.write(file, Arrays.copyOf(whole, length));
            refused(file);
        }
    }

    @Test
    void aFlippedByteIsFoundOrHarmless() throws IOException {
        var whole = saved();
        var x = rand(2, 1, 8, 8);
        var expected = net.predict(x).toFloatArray();
        var random = new SplittableRandom(1);
        int found = 0;
        for (int i = 0; i < 400; i++) {
            var flipped = whole.clone();
            int at = i < 200 ? random.nextInt(whole.length) : i % 2 == 0 ? i - 200 : whole.length - (i - 199);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            var answer = catchThrowable(() ->
                    assertThat(load(file.toString()).predict(x).toFloatArray()).containsExactly(expected));
            if (answer != null) {
                assertThat(answer).as("byte " + at).isInstanceOf(ModelFileException.class);
                refused(file);
                found++;
            }
        }
        assertThat(found).isGreaterThan(200);
    }

    @Test
    void otherFilesAreNoModels() throws IOException {
        Files.writeString(file, "lenet\n1\n2\n3\n");
        refused(file, "no model");
        Files.write(file, new byte[0]);
        refused(file);
        zip(Map.of("word/document.xml", "<a/>".getBytes(StandardCharsets.UTF_8)));
        refused(file, "not a model saved by Percolate", "save(…)");
        for (var text : new String[] {"", "null", "[]", "{}", "\"text\"", "{\"layers\": 3}", "\u0000", "{{{{"}) {
            zip(Map.of("model.json", text.getBytes(StandardCharsets.UTF_8), "weights.safetensors", new byte[0]));
            refused(file);
        }
    }

    private void zip(Map<String, byte[]> entries) throws IOException {
        Files.write(file, StoredZip.of(entries));
    }

    /** The saved file with another description or other weights, everything else in order. */
    private void forge(UnaryOperator<String> description, byte[] weights) throws Exception {
        saved();
        var entries = new LinkedHashMap<String, byte[]>();
        try (var archive = Archive.open(file)) {
            var text = new String(archive.read("model.json"), StandardCharsets.UTF_8);
            var kept = weights == null ? archive.read("weights.safetensors") : weights;
            var sha = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(kept));
            text = text.replaceAll("(\"weightsSha256\": \")[0-9a-f]+", "$1" + sha);
            entries.put("model.json", description.apply(text).getBytes(StandardCharsets.UTF_8));
            entries.put("weights.safetensors", kept);
        }
        zip(entries);
    }

    @Test
    void anotherFormatIsNamed() throws Exception {
        forge(text -> text.replace("\"format\": 2", "\"format\": 1"), null);
        refused(file, "expected format 2", "format 1", "another version of Percolate");
    }

    @Test
    void aDescriptionThatMakesNoModelSaysWhy() throws Exception {
        forge(text -> text.replace("\"conv2d\"", "\"conv9d\""), null);
        refused(file, "no layer \"conv9d\"");
        forge(text -> text.replace("\"filters\": 3", "\"filters\": 0"), null);
        refused(file, "conv2d: expected filters of 1 or more");
        forge(text -> text.replace("\"filters\": 3", "\"filters\": [3]"), null);
        refused(file, "filters");
        forge(text -> text.replace("\"filters\": 3", "\"filters\": 5"), null);
        refused(file, "[5, 1, 3, 3]");
        forge(text -> text.replace("\"units\": 4", "\"units\": 2000000000"), null);
        refused(file, "2000000000");
        forge(text -> text.replace("\"layers\"", "\"other\""), null);
        refused(file, "missing");
        forge(text -> text.replace("\"relu\"", "\"no\""), null);
        refused(file, "activation");
        forge(text -> text.replace("\"float32\"", "\"float64\""), null);
        forge(text -> text.replace("\"shape\": [\n          1,", "\"shape\": [\n          -7,"), null);
        refused(file, "-7");
    }

    @Test
    void weightsOfAnotherModelAreRefused() throws Exception {
        var weights = new LinkedHashMap<>(net.weights());
        weights.remove("head.bias");
        forge(text -> text, SafeTensors.write(weights));
        refused(file, "head.bias");
        weights.put("head.bias", zeros(5));
        forge(text -> text, SafeTensors.write(weights));
        refused(file, "head.bias", "[4]", "[5]");
    }

    @Test
    void damagedWeightsAreFoundByTheirChecksum() throws Exception {
        forge(text -> text.replaceAll("(\"weightsSha256\": \")[0-9a-f]{4}", "$10000"), null);
        refused(file, "weights are damaged");
    }

    @Test
    void aSmallFileNeverUnpacksToALargeOne() throws IOException {
        net.save(file.toString());
        var bomb = folder.resolve("bomb.pct");
        try (var old = new ZipFile(file.toFile());
                var zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("model.json"));
            old.getInputStream(old.getEntry("model.json")).transferTo(zip);
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("weights.safetensors"));
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        refused(bomb, "weights.safetensors");
    }

    // What cannot be written

    private List<Path> filesInFolder() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void savingReplacesTheFileAndLeavesNothingElse() throws IOException {
        Files.writeString(file, "old");
        net.save(file.toString());
        assertThat(load(file.toString()).parameterCount()).isEqualTo(net.parameterCount());
        assertThat(filesInFolder()).containsExactly(file);
    }

    @Test
    void savingMakesTheFoldersItNeeds() {
        var deep = folder.resolve("runs/today/net.pct");
        net.save(deep.toString());
        assertThat(load(deep.toString()).parameterCount()).isEqualTo(net.parameterCount());
    }

    @Test
    void aFailedSaveLeavesTheOldFileWhole() throws IOException {
        net.save(file.toString());
        var before = Files.readAllBytes(file);
        assertThatThrownBy(() -> sequential(dense(3)).save(file.toString())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> net.save(file.resolve("below.pct").toString()))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContainingAll("save(\"", "net.pct is no folder", "choose a folder");
        assertThat(Files.readAllBytes(file)).containsExactly(before);
        assertThat(filesInFolder()).containsExactly(file);
    }

    @Test
    void aFolderIsNoFile() throws IOException {
        assertThatThrownBy(() -> net.save(folder.toString()))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContainingAll("save(\"" + folder + "\")", "it is a folder");
        assertThat(filesInFolder()).isEmpty();
    }

    @Test
    void aFileThatCannotBeMadeLeavesNoTemporaryOne() throws IOException {
        var tooLong = folder.resolve("n".repeat(250) + ".pct");
        assertThatThrownBy(() -> net.save(tooLong.toString()))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("save(\"" + tooLong + "\")");
        assertThat(filesInFolder()).isEmpty();
    }

    // What is more than layers one behind the other

    static Stream<Arguments> sequentials() {
        return Stream.of(
                Arguments.of(sequential(input(TIME, 3), gru(4).returnState())),
                Arguments.of(sequential(
                        input(TIME, 3), lstm(4).returnSequences().returnState().named("memory"))),
                Arguments.of(sequential(input(TIME).to(int64), embedding(12, 4).padding(0), gru(3), dense(2))),
                Arguments.of(
                        sequential(input(TIME).to(int64), embedding(12, 4).padding(0), multiHeadAttention(2), lstm(3))),
                Arguments.of(sequential(input(TIME, 3), lstm(4).layers(2).stateful(), dense(2))),
                Arguments.of(sequential(
                        input(2, 8, 8),
                        residual(conv2d(2, 3).same(), batchNorm().relu()).relu())),
                Arguments.of(sequential(
                        input(2, 8, 8),
                        concat(conv2d(2, 1), conv2d(3, 3).same()).named("inception"))),
                Arguments.of(sequential(
                        input(8), sequential(dense(4).relu(), dense(3)).named("part"), softmax())),
                Arguments.of(sequential(
                        input(TIME, 3),
                        timeDistributed(dense(4).relu(), dense(2)).tanh())),
                Arguments.of(sequential(
                        input(TIME, 4), transformerEncoder(2, 5).layers(2).named("encoder"))));
    }

    @ParameterizedTest
    @MethodSource("sequentials")
    void aSequentialComesBackAsItWasWritten(Model saved) {
        saved.save(file.toString());
        var loaded = load(file.toString());
        assertThat(loaded).hasToString(saved.toString());
        assertThat(loaded.layers()).hasToString(saved.layers().toString());
        assertThat(loaded.names()).isEqualTo(saved.names());
        var x = saved.graph().dtype() == int64
                ? randint(0, 12, 3, 5)
                : examples(saved.graph().input());
        var expected = saved.outputs(x);
        var found = loaded.outputs(x);
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i).toFloatArray())
                    .containsExactly(expected.get(i).toFloatArray());
        }
    }

    @Test
    void indicesOfMaximaComeBack() {
        var image = input(2, 8, 8);
        var pooled = image.then(maxPool2d(2).withIndices());
        var saved = model(image, pooled.then(conv2d(2, 3).same()).then(unpool2d(2), pooled.indices()));
        saved.save(file.toString());
        var x = rand(3, 2, 8, 8);
        assertThat(load(file.toString()).predict(x).toFloatArray())
                .containsExactly(saved.predict(x).toFloatArray());
    }

    @Test
    void aWrittenFormThatIsNotThatOfTheGraphIsLeftOut() throws Exception {
        forge(text -> text.replaceFirst("(?s)(\"written\".*?\"filters\": )3", "$19"), null);
        assertThat(load(file.toString()).weight("conv2d1.weight").shape()).isEqualTo(Shape.of(3, 1, 3, 3));
        forge(text -> text.replaceFirst("(?s)\"written\": \\[.*?\\n  \\],", ""), null);
        assertThat(load(file.toString())).hasToString(net.toString());
    }

    // What no file can hold

    private String printed(Runnable action) {
        var out = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            action.run();
        } finally {
            System.setOut(out);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Twice its input, and a weight. */
    static final class Twice extends Custom {
        final Tensor scale = parameter(2);

        @Override
        public Tensor forward(Tensor x) {
            return x.times(scale);
        }
    }

    private static Model own() {
        return sequential(input(3), dense(4).activation(t -> t.times(t)), new Twice(), dense(2));
    }

    @Test
    void codeOfOnesOwnIsNamedWhenItIsSavedAndWhenItIsLoaded() {
        var saved = own();
        assertThat(printed(() -> saved.save(file.toString())))
                .startsWith("save(\"" + file + "\"): ")
                .contains("dense1 = dense(4).activation(…)", "twice1 = twice()", "net.weights(loadWeights(file))")
                .hasLineCount(1);
        refused(file, "twice1 = twice()", "build the model again", "net.weights(loadWeights(file))");
        var again = own().weights(loadWeights(file.toString()));
        var x = rand(3, 3);
        assertThat(again.predict(x).toFloatArray())
                .containsExactly(saved.predict(x).toFloatArray());
        assertThat(printed(() -> net.save(file.toString()))).isEmpty();
    }
}
