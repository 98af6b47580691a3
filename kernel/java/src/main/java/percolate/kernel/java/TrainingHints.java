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
                    ".*\\|(train|evaluate)\\(\\s*([\\w.]+)\\s*,\\s*([\\w.]+)\\s*\\).*\\bTensor,\\s?Tensor\\b.*",
                    "examples and targets go together: write $1(dataset($2, $3))"),
            entry(
                    ".*\\|split\\(\\s*\\d*\\.?\\d+\\s*\\).*\\bNumber\\b.*",
                    "split takes the training part's share and a seed, as in split(0.8, 42)"),
            entry("\\|new Tensor\\(([^()]*)\\).*\\|constructor Tensor.*", "write tensor($1), without new"),
            entry(".*\\|gradients\\(([\\w, ]+),\\s*\\(\\)\\s*->.*", "the loss stands first: gradients(() -> …, $1)"),
            entry(
                    ".*\\|(?:lr|learningRate|rate)\\(([\\d.e-]+)\\).*\\|cannot find .*Training",
                    "the optimizer has the rate: write optimizer(adam($1))"),
            entry(
                    ".*\\|(adam|adamW|nadam|sgd|rmsprop|adagrad)\\(\\s*\\).*",
                    "an optimizer needs its rate, as in $1(0.001)"),
            entry("(\\w.*)\\|plot\\(\\).*\\|cannot find .*Run", "write plot($1)"),
            entry(".+\\|plot\\(\\).*\\|cannot find .*Run", "write plot(run)"),
            entry(
                    ".*\\|(predict|apply)\\(.*\\|(?:no suitable )?method .*(?:double|float|int|long)\\b.*",
                    "examples come as tensors, a row each: $1(tensor(5.1, 3.5).reshape(1, 2))"),
            entry(".*\\|(?:accuracy\\((\\w+), (\\w+)\\)).*", "$1.evaluate($2) measures the loss and the accuracy"),
            entry(
                    "(.+)\\|accuracy\\((\\w+)\\).*\\|cannot find .*Model",
                    "$1.evaluate($2) measures the loss and the accuracy"),
            entry(
                    ".*\\|(?:summary|train|predict|apply|fit|save)\\(.*\\|cannot find method .*Node",
                    "a node is a place in a model: model(in, out) makes the model, and can do this"),
            entry(
                    ".*\\|model\\((.*?\\)), (\\w+\\(.*\\))\\).*\\|no suitable method found for model\\(Node,.*",
                    "model takes nodes, sequential layers: write sequential($1, $2)"),
            entry(
                    "(\\w+)\\|\\[([^\\]]+)]\\s*=(?!=)\\s*([^;\n]+?)\\s*(?:;.*|\n.*|)\\|array required, but Tensor found",
                    "a tensor keeps its elements: $1.set(tensor($3), $2) gives a copy with another one"),
            entry(
                    "(.+)\\|(accuracy|precision|recall|f1|auc|iou|mse|mae|r2|perplexity)\\(\\).*\\|cannot find .*Run",
                    "write $1.get(\"$2\"), which is the last epoch's")));

    private TrainingHints() {}

    static Optional<String> hint(Complaint complaint) {
        var receiver = RECEIVER.matcher(complaint.before());
        return TABLE.hint(
                (receiver.matches() ? receiver.group(1) : "") + "|" + complaint.after() + "|" + complaint.words());
    }
}
