package percolate.kernel.magic;

import java.util.LinkedHashMap;
import java.util.Map;
import percolate.kernel.language.Evaluation;

/** What stands here for the library descriptors of the Kotlin kernel. */
final class Descriptors {
    private static final Map<String, String> OURS = new LinkedHashMap<>();

    static {
        OURS.put("dataframe", "tables are there already as Tablesaw's: Table.read().csv(\"file.csv\")");
        OURS.put("krangl", OURS.get("dataframe"));
        OURS.put("kandy", "charts are there already: see the gallery in notebooks/, or use XChart");
        OURS.put("lets-plot", OURS.get("kandy"));
        OURS.put("lets-plot-gt", OURS.get("kandy"));
        OURS.put("kotlin-dl", "deep learning is there already, without a descriptor: see the gallery in notebooks/");
        OURS.put("deeplearning4j", OURS.get("kotlin-dl"));
        OURS.put("multik", "arrays with many dimensions are there already as tensors: tensor(…)");
        OURS.put("kmath", "write %maven space.kscience:kmath-core:VERSION");
        OURS.put("coroutines", "write %maven org.jetbrains.kotlinx:kotlinx-coroutines-core-jvm:VERSION");
        OURS.put("serialization", "write %maven org.jetbrains.kotlinx:kotlinx-serialization-json-jvm:VERSION");
        OURS.put("kotlin-statistics", "write %maven org.nield:kotlin-statistics:VERSION");
    }

    private Descriptors() {}

    /** Says it; a library that is there already is no reason to stop. */
    static Evaluation answer(Call call) {
        var name = call.rest().replaceAll("[@(,].*", "").strip();
        var ours = OURS.get(name);
        if (ours == null || ours.startsWith("write")) {
            throw call.wrong("there are no library descriptors here; "
                    + (ours == null ? "name the library itself, as in %maven GROUP:ARTIFACT:VERSION" : ours));
        }
        System.out.println(name + ": " + ours);
        return new Evaluation.Nothing();
    }
}
