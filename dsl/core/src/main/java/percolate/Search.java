package percolate;

import java.util.function.Function;
import percolate.sweep.Grid;
import percolate.sweep.Runner;

/** A sweep that is described and not begun. Each option gives a new description; {@link #fit} trains. */
public final class Search {
    private final Grid grid;

    Search(Grid grid) {
        this.grid = grid;
    }

    /** A further parameter with its values: the sweep trains every combination. */
    public Search by(String name, Object... values) {
        return new Search(grid.by(name, values));
    }

    /** Trains every point so many times; {@link Trial#seed} is 1, 2, … */
    public Search seeds(int count) {
        return new Search(grid.withSeeds(count));
    }

    /** Trains so many points of the grid, drawn at random without repetition; the same ones each time. */
    public Search random(int points) {
        return new Search(grid.withRandom(points));
    }

    /**
     * So many trainings at once, which share the processors. Each draws random numbers of its own. Trainings with dropout wait
     * for each other, for the native library has one generator for all; small networks gain most.
     */
    public Search parallel(int trainings) {
        return new Search(grid.withParallel(trainings));
    }

    /**
     * Keeps the finished rows in a file, {@code runs/sweep.json}; the same sweep goes on from there after an interruption, and
     * with more values trains the new points alone.
     */
    public Search keep(String file) {
        return new Search(grid.withFile(file));
    }

    /** Without table and messages. */
    public Search quiet() {
        return new Search(grid.quietly());
    }

    /**
     * Trains. A training that fails becomes a row with its sentence, and the others go on. An interrupt ends the sweep; what is
     * finished by then is kept, and the thread's interrupt flag is left set.
     *
     * @param training describes the training of a point, without {@code fit()}
     * @throws IllegalArgumentException if the kept file is of another sweep
     */
    public Sweep fit(Function<Trial, Training> training) {
        return Runner.run(grid, training);
    }

    @Override
    public String toString() {
        return "sweep over " + grid + "; fit(p -> …) starts it";
    }
}
