package percolate;

import java.util.List;
import java.util.SplittableRandom;
import percolate.data.generated.Moves;

/**
 * A world of cells, written as rows of letters: {@code S} where an episode begins, {@code #} a wall, {@code +} an end worth 1,
 * {@code -} an end worth −1, {@code .} a free cell. Actions are up 0, right 1, down 2 and left 3; against a wall one stays. A
 * step that ends nothing is worth −0.04. The state is one-hot over the cells, row by row.
 *
 * @see <a href="https://aima.cs.berkeley.edu">Russell and Norvig, Artificial Intelligence, section 17.1</a>
 */
public final class GridWorld implements Environment {
    private static final List<String> USUAL = List.of("...+", ".#.-", "S...");
    private static final int MOST_STEPS = 1000;
    private static final float STEP = -0.04f;
    private static final int[] DOWN = {-1, 0, 1, 0};
    private static final int[] RIGHT = {0, 1, 0, -1};

    private final List<String> rows;
    private final double slip;
    private final long seed;
    private final SplittableRandom random;
    private int cell;
    private int steps;

    private GridWorld(List<String> rows, double slip, long seed) {
        this.rows = rows;
        this.slip = slip;
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        reset();
    }

    @Internal
    public static GridWorld of(long seed, String... rows) {
        var all = rows.length == 0 ? USUAL : List.of(rows);
        if (all.stream().anyMatch(r -> r.length() != all.get(0).length() || !r.matches("[S#+.-]+"))) {
            throw new IllegalArgumentException("gridWorld: expected rows of one length of S, #, +, - and ., got " + all
                    + "; write gridWorld(1, \"...+\", \".#.-\", \"S...\")");
        }
        long starts = String.join("", all).chars().filter(c -> c == 'S').count();
        if (starts != 1) {
            throw new IllegalArgumentException(
                    "gridWorld: expected one S, where an episode begins, got " + starts + " in " + all);
        }
        return new GridWorld(all, 0, seed);
    }

    /** The same world, in which a step goes to either side of where it should with half of this probability. */
    public GridWorld slippery(Number probability) {
        if (!(probability.doubleValue() >= 0 && probability.doubleValue() <= 1)) {
            throw new IllegalArgumentException(
                    "gridWorld.slippery: expected a probability from 0 to 1, got " + probability + "; 0.2 is usual");
        }
        return new GridWorld(rows, probability.doubleValue(), seed);
    }

    @Override
    public Tensor reset() {
        cell = String.join("", rows).indexOf('S');
        steps = 0;
        return state();
    }

    @Override
    public Step step(int action) {
        Moves.check("gridWorld", action, actions(), isOver());
        double chance = random.nextDouble();
        int way = chance >= slip ? action : (action + (chance < slip / 2 ? 1 : 3)) % 4;
        int row = cell / width() + DOWN[way];
        int column = cell % width() + RIGHT[way];
        boolean free = row >= 0 && row < rows.size() && column >= 0 && column < width() && at(row, column) != '#';
        cell = free ? row * width() + column : cell;
        steps++;
        return new Step(state(), reward(), isOver());
    }

    private float reward() {
        return switch (here()) {
            case '+' -> 1;
            case '-' -> -1;
            default -> STEP;
        };
    }

    private char here() {
        return at(cell / width(), cell % width());
    }

    private char at(int row, int column) {
        return rows.get(row).charAt(column);
    }

    private int width() {
        return rows.get(0).length();
    }

    /** The number of the cell, row by row: the row of a table of values. */
    public int cell() {
        return cell;
    }

    @Override
    public Tensor state() {
        var state = new float[stateSize()];
        state[cell] = 1;
        return Percolate.tensor(state);
    }

    @Override
    public boolean isOver() {
        return here() == '+' || here() == '-' || steps >= MOST_STEPS;
    }

    @Override
    public int actions() {
        return DOWN.length;
    }

    @Override
    public int stateSize() {
        return rows.size() * width();
    }

    /** The rows, with an {@code o} where one stands. */
    @Override
    public String toString() {
        var all = new StringBuilder(String.join("", rows));
        all.setCharAt(cell, 'o');
        return all.toString().replaceAll("(.{" + width() + "})(?!$)", "$1\n");
    }
}
