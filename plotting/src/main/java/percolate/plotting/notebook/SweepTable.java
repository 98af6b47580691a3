package percolate.plotting.notebook;

import percolate.Sweep;
import percolate.kernel.api.MimeBundle;

/** The trainings of a sweep that have ended, a row each; where there are many the first and the last ones. */
final class SweepTable {
    private SweepTable() {}

    static MimeBundle of(Sweep sweep) {
        var words = sweep.toString();
        return sweep.rows().isEmpty()
                ? MimeBundle.text(words)
                : TablesawTable.of(sweep.table().setName(words)).with(MimeBundle.TEXT, words);
    }
}
