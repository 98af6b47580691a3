package percolate.kernel.java;

import static java.util.Map.entry;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import percolate.kernel.traceback.HintTable;

/** Trainings that are written as other libraries have them. */
final class TrainingHints {
    private static final Pattern RECEIVER = Pattern.compile("(?s)(?:.*[^\\w.])?([\\w.]*\\w(?:\\([^()]*\\))?)\\.?\\s*");

    /** By what stands before the dot, what stands behind it, and what the compiler says. */
    private static final HintTable TABLE = new HintTable(List.of(
            entry(
                    "(.+)\\|backward\\b.*\\|cannot find .*",
                    "gradients are asked for: var g = gradients($1, net), then g.of(…); or train with opt.step(() -> …)"),
            entry(".*\\|(?:zero_grad|zeroGrad)\\b.*\\|cannot find .*", "gradients never add up here: leave it out"),
            entry("(.+)\\|grad\\b.*\\|cannot find .*", "g.of($1) gives it, where var g = gradients(() -> …, $1)"),
            entry(
                    "(.+)\\|step\\b.*\\|.*\\bDescent\\.Group\\b.*",
                    "an optimizer steps once it knows what to train: var opt = $1.on(net), then opt.step(() -> …)"),
            entry(
                    ".*\\|(\\w+)\\(\\s*(\\w+)\\.parameters\\(\\)\\s*,\\s*(?:lr\\s*=\\s*)?([\\w.+-]+)\\s*\\).*",
                    "an optimizer takes its rate alone: write $1($3).on($2)"),
            entry(
                    ".+\\|(train|evaluate)\\(\\s*([\\w.]+)\\s*,\\s*([\\w.]+)\\s*\\).*\\bTensor,\\s?Tensor\\b.*",
                    "examples and targets go together: write $1(dataset($2, $3))"),
            entry(
                    ".+\\|split\\(\\s*\\d*\\.?\\d+\\s*\\).*\\bNumber\\b.*",
                    "split takes the training part's share and a seed, as in split(0.8, 42)"),
            entry(
                    "(\\w+)\\|\\[([^\\]]+)]\\s*=(?!=)\\s*([^;\n]+?)\\s*(?:;.*|\n.*|)\\|array required, but Tensor found",
                    "a tensor keeps its elements: $1.set(tensor($3), $2) gives a copy with another one"),
            entry(
                    "(.+)\\|(accuracy|precision|recall|f1|auc|iou|mse|mae|r2|perplexity)\\(\\).*\\|cannot find .*Run",
                    "write $1.get(\"$2\"), which is the last epoch's")));

    private TrainingHints() {}

    static Optional<String> hint(Complaint complaint) {
        var receiver = RECEIVER.matcher(complaint.before());
        return TABLE.hint((receiver.matches() ? receiver.group(1) : "") + "|" + complaint.after() + "|" + complaint.words());
    }
}
