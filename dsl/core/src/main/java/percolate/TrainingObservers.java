package percolate;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who watches the trainings of this process that are not {@linkplain Training#quiet quiet}. */
public final class TrainingObservers {
    private static final List<TrainingObserver> OBSERVERS = new CopyOnWriteArrayList<>();

    private TrainingObservers() {}

    public static void register(TrainingObserver observer) {
        OBSERVERS.add(observer);
    }

    public static void remove(TrainingObserver observer) {
        OBSERVERS.remove(observer);
    }

    /** Those registered now. */
    public static List<TrainingObserver> all() {
        return List.copyOf(OBSERVERS);
    }
}
