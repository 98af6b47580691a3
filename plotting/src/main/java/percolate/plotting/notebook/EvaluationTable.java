package percolate.plotting.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import percolate.Evaluation;
import percolate.kernel.api.Grid;
import percolate.kernel.api.MimeBundle;
import percolate.plotting.chart.Digits;

/** Loss and metrics, one per row. */
final class EvaluationTable {
    private EvaluationTable() {}

    static MimeBundle of(Evaluation evaluation) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("loss", Digits.aligned(evaluation.loss())));
        evaluation.metrics().forEach((name, value) -> rows.add(List.of(name, Digits.aligned(value))));
        var text = rows.stream().map(row -> String.join(" ", row)).collect(Collectors.joining(", "));
        return MimeBundle.text(text)
                .with(MimeBundle.HTML, Grid.of(List.of(), rows).html());
    }
}
