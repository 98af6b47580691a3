package percolate.plotting.notebook;

import java.util.ArrayList;
import java.util.List;
import percolate.Model;
import percolate.Summary;
import percolate.kernel.api.Grid;
import percolate.kernel.api.MimeBundle;
import percolate.plotting.chart.Digits;

/** A model layer by layer. */
final class SummaryTable {
    private static final List<String> HEADER = List.of("name", "layer", "output", "size", "parameters", "count");
    private static final List<Boolean> NUMERIC = List.of(false, false, false, false, false, true);

    private SummaryTable() {}

    static MimeBundle of(Summary summary) {
        var rows = new ArrayList<List<String>>();
        for (var input : summary.inputs()) {
            var name = summary.inputs().size() == 1 ? "" : input.name();
            rows.add(List.of(name, "input", input.shape().toString(), "", "", ""));
        }
        for (var row : summary.rows()) {
            rows.add(List.of(
                    row.name(),
                    row.layer(),
                    row.output().toString(),
                    row.sizeFormula(),
                    arithmetic(row),
                    row.parameters() == 0 ? "" : Digits.count(row.parameters())));
        }
        rows.add(List.of("", "", "", "", "total", Digits.count(summary.parameters())));
        return MimeBundle.text(summary.toString())
                .with(MimeBundle.HTML, Grid.of("", HEADER, NUMERIC, rows).html());
    }

    /** A model shows its summary; one whose input has no shape yet, its layers. */
    static MimeBundle of(Model model) {
        try {
            return of(model.summary());
        } catch (IllegalStateException shapeless) {
            return MimeBundle.text(model + "\n" + shapeless.getMessage());
        }
    }

    /** The formula without its result, which has a column of its own. */
    private static String arithmetic(Summary.Row row) {
        var formula = row.parameterFormula();
        int equals = formula.lastIndexOf(" = ");
        return equals < 0 ? formula : formula.substring(0, equals);
    }
}
