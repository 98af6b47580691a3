package percolate;

import java.util.List;
import percolate.data.Facts;
import percolate.data.generated.Flights;

/**
 * Balls that fly straight on and bounce off the walls of a box of side 1: x [n, 6, 2], six positions at equal times, y [n, 2],
 * the next one. {@link #images} shows the same flights. The same seed gives the same ones.
 */
public final class Balls implements Dataset {
    private final Flights flights;
    private final Dataset positions;

    private Balls(Flights flights) {
        this.flights = flights;
        this.positions = flights.positions();
    }

    @Internal
    public static Balls of(int n, long seed) {
        return new Balls(new Flights(n, seed));
    }

    /** The same flights as pictures: x [n, 6, 1, 16, 16] from 0 to 1, y [n, 2] the next position. */
    public Dataset images() {
        return flights.images();
    }

    @Override
    public List<Tensor> inputs() {
        return positions.inputs();
    }

    @Override
    public List<Tensor> targets() {
        return positions.targets();
    }

    @Override
    public Facts facts() {
        return positions.facts();
    }

    @Override
    public Dataset rows(long... examples) {
        return positions.rows(examples);
    }

    @Override
    public int size() {
        return positions.size();
    }

    @Override
    public String toString() {
        return positions.toString();
    }
}
