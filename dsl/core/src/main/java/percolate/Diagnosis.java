package percolate;

import java.util.List;
import java.util.stream.Collectors;
import percolate.Verdict.Finding;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What is probably wrong with a training, each with its evidence and its cure; nothing where none was found. */
public final class Diagnosis {
    private final List<Verdict> verdicts;

    @Internal
    public Diagnosis(List<Verdict> verdicts) {
        this.verdicts = List.copyOf(verdicts);
    }

    /** What was found, causes in the data first. */
    public List<Verdict> verdicts() {
        return verdicts;
    }

    /** Whether nothing was found. */
    public boolean isHealthy() {
        return verdicts.isEmpty();
    }

    public boolean has(Finding finding) {
        return verdicts.stream().anyMatch(v -> v.finding() == finding);
    }

    /** A row for each verdict: finding, evidence, cure. */
    public Table table() {
        return Table.create(
                "diagnosis",
                StringColumn.create(
                        "finding", verdicts.stream().map(v -> v.finding().toString())),
                StringColumn.create("evidence", verdicts.stream().map(Verdict::evidence)),
                StringColumn.create("cure", verdicts.stream().map(Verdict::cure)));
    }

    /** A line for each verdict. */
    @Override
    public String toString() {
        return isHealthy()
                ? "nothing suspicious was found in the loss, the gradients, the activations and the data"
                : verdicts.stream().map(Verdict::toString).collect(Collectors.joining("\n"));
    }
}
