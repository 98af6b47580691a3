package percolate.plotting.notebook;

import java.util.Map;
import java.util.Set;
import tech.tablesaw.api.Table;

/**
 * Whether durations and facts of the machine are shown. Where PERCOLATE_TIMELESS is set they are not, so that a notebook that
 * is kept stays the same wherever and whenever it runs.
 *
 * @param isShown whether they are
 */
record Clock(boolean isShown) {
    static final String VARIABLE = "PERCOLATE_TIMELESS";
    /** As the environment says. */
    static final Clock SESSION = of(System.getenv());

    private static final Set<String> OF_THE_MACHINE =
            Set.of("threads", "device", "engine", "java", "system", "processor");

    /** Set to anything but an empty text, {@code 0} or {@code false}, the variable takes times away. */
    static Clock of(Map<String, String> environment) {
        var value = environment.getOrDefault(VARIABLE, "").strip();
        return new Clock(value.isEmpty() || value.equals("0") || value.equalsIgnoreCase("false"));
    }

    /** The record of a training or of a sweep, without its durations where these are not shown. */
    Table withoutTimes(Table table) {
        boolean ours = table.containsColumn("seconds")
                && (table.containsColumn("learning_rate") || table.containsColumn("ending") || isTrack(table));
        return isShown || !ours ? table : table.rejectColumns("seconds").setName(table.name());
    }

    /** Steps of a loop by hand. */
    private static boolean isTrack(Table table) {
        return table.columnNames().get(0).equals("step")
                && table.columnNames().get(table.columnCount() - 1).equals("seconds");
    }

    /** Facts about a training, a row each, without those that depend on the machine where these are not shown. */
    Table withoutMachine(Table facts) {
        return isShown ? facts : facts.where(facts.stringColumn("fact").isNotIn(OF_THE_MACHINE));
    }
}
