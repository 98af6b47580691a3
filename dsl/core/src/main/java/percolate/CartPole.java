package percolate;

import java.util.SplittableRandom;
import percolate.data.generated.Moves;

/**
 * A pole that is to be balanced on a cart: actions push left, 0, or right, 1, with 10 N; each step of 0.02 s is worth 1. The
 * state is the cart's place in m and its speed, the pole's angle in radians and its speed. An episode is over when the pole
 * leans more than 12°, the cart is further than 2.4 m from the middle, or after 500 steps.
 *
 * <p>With F the force, m = 0.1 kg, M = 1.1 kg in all, l = 0.5 m and g = 9.8 m/s²: θ″ = (g sin θ − u cos θ) / (l (4/3 − m cos²θ
 * / M)) for u = (F + m l θ′² sin θ) / M, and x″ = u − m l θ″ cos θ / M, by Euler's steps.
 *
 * @see <a href="https://doi.org/10.1109/TSMC.1983.6313077">Barto, Sutton and Anderson 1983</a>
 */
public final class CartPole implements Environment {
    private static final double GRAVITY = 9.8;
    private static final double POLE = 0.1;
    private static final double WHOLE = 1.1;
    private static final double HALF_LENGTH = 0.5;
    private static final double FORCE = 10;
    private static final double SECONDS = 0.02;
    private static final double MOST_PLACE = 2.4;
    private static final double MOST_ANGLE = Math.toRadians(12);
    private static final int MOST_STEPS = 500;

    private final SplittableRandom random;
    private double place;
    private double speed;
    private double angle;
    private double turning;
    private int steps;

    @Internal
    public CartPole(long seed) {
        this.random = new SplittableRandom(seed);
        reset();
    }

    @Override
    public Tensor reset() {
        place = little();
        speed = little();
        angle = little();
        turning = little();
        steps = 0;
        return state();
    }

    private double little() {
        return 0.1 * random.nextDouble() - 0.05;
    }

    /** Puts cart and pole somewhere, as a new episode. */
    public Tensor reset(Number newPlace, Number newSpeed, Number newAngle, Number newTurning) {
        place = newPlace.doubleValue();
        speed = newSpeed.doubleValue();
        angle = newAngle.doubleValue();
        turning = newTurning.doubleValue();
        steps = 0;
        return state();
    }

    @Override
    public Step step(int action) {
        Moves.check("cartPole", action, actions(), isOver());
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double push = ((action == 1 ? FORCE : -FORCE) + POLE * HALF_LENGTH * turning * turning * sin) / WHOLE;
        double turned = (GRAVITY * sin - cos * push) / (HALF_LENGTH * (4.0 / 3 - POLE * cos * cos / WHOLE));
        double pushed = push - POLE * HALF_LENGTH * turned * cos / WHOLE;
        place += SECONDS * speed;
        speed += SECONDS * pushed;
        angle += SECONDS * turning;
        turning += SECONDS * turned;
        steps++;
        return new Step(state(), 1, isOver());
    }

    @Override
    public Tensor state() {
        return Percolate.tensor(place, speed, angle, turning);
    }

    @Override
    public boolean isOver() {
        return Math.abs(place) > MOST_PLACE || Math.abs(angle) > MOST_ANGLE || steps >= MOST_STEPS;
    }

    @Override
    public int actions() {
        return 2;
    }

    @Override
    public int stateSize() {
        return 4;
    }
}
