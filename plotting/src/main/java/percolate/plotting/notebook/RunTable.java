package percolate.plotting.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import percolate.Epoch;
import percolate.Run;
import percolate.kernel.api.Grid;
import percolate.kernel.api.MimeBundle;
import percolate.plotting.chart.Decimals;
import percolate.plotting.chart.Digits;

/** The history of a training: a row per epoch, of many the first and the last ones. */
final class RunTable {
    private static final int HEAD = 3;
    private static final int TAIL = 7;

    private RunTable() {}

    static MimeBundle of(Run run) {
        return of(run, Clock.SESSION);
    }

    static MimeBundle of(Run run, Clock clock) {
        var words = RunWords.alt(run);
        var epochs = run.history();
        if (epochs.isEmpty()) {
            return MimeBundle.text(words);
        }
        var names = names(run);
        var header = Stream.of(List.of("epoch"), names, clock.isShown() ? List.of("seconds") : List.<String>of())
                .flatMap(List::stream)
                .toList();
        var columns = names.stream().map(name -> decimals(epochs, name)).toList();
        var numeric = header.stream().map(name -> true).toList();
        var rows = Rows.ends(epochs.size(), HEAD, TAIL, at -> row(epochs.get(at), names, columns, clock));
        return MimeBundle.text(words)
                .with(MimeBundle.HTML, Grid.of(words, header, numeric, rows).html());
    }

    private static Decimals decimals(List<Epoch> epochs, String name) {
        return Decimals.of(Rows.shown(epochs.size(), HEAD, TAIL)
                .mapToDouble(at -> epochs.get(at).get(name))
                .toArray());
    }

    private static List<String> row(Epoch epoch, List<String> names, List<Decimals> columns, Clock clock) {
        var cells = new ArrayList<String>();
        cells.add(String.valueOf(epoch.number()));
        for (int i = 0; i < names.size(); i++) {
            cells.add(columns.get(i).text(epoch.get(names.get(i))));
        }
        if (clock.isShown()) {
            cells.add(Digits.of(epoch.duration().toNanos() / 1e9));
        }
        return cells;
    }

    private static List<String> names(Run run) {
        var names = new ArrayList<>(List.of("loss"));
        names.addAll(run.metrics());
        if (run.hasValidation()) {
            List.copyOf(names).forEach(name -> names.add("val_" + name));
        }
        return names;
    }
}
