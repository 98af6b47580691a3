package percolate.plotting.control;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A control that holds a value.
 *
 * @param <T> the value's type
 * @param <C> the control's own type
 */
public abstract sealed class Valued<T, C extends Valued<T, C>> extends Control permits Slider, Menu, Toggle {
    private final Active active;
    private final List<Consumer<? super T>> handlers;
    private T value;
    private Widget model;

    /** @param handlers are copied */
    Valued(String who, T value, List<Consumer<? super T>> handlers) {
        this.active = new Active(who);
        this.value = value;
        this.handlers = new CopyOnWriteArrayList<>(handlers);
    }

    /** The value now. */
    public final synchronized T value() {
        return value;
    }

    /**
     * From now on this is given each new value, from the page or from {@code set}; see {@link Control} for where it runs.
     *
     * @return this control
     */
    public final C onChange(Consumer<? super T> handler) {
        handlers.add(Objects.requireNonNull(handler, "onChange: the handler is null; give one such as v -> …"));
        return self();
    }

    abstract C self();

    /** Opens the model that holds the value. */
    abstract Widget model(T value);

    /** The value as the model's state has it. */
    abstract Map<String, Object> state(T value);

    /** The value that a page has sent, made one that can be; empty if it cannot. */
    abstract Optional<T> accepted(Map<?, ?> state);

    final List<Consumer<? super T>> handlers() {
        return handlers;
    }

    /** Takes a value from code, which is known to fit. */
    final C change(T next) {
        boolean isNew;
        synchronized (this) {
            isNew = taken(next);
            if (model != null) {
                model.set(state(next));
            }
        }
        told(isNew);
        return self();
    }

    @Override
    final Widget open() {
        var opened = model(value());
        opened.onChange(sent -> accepted(sent).ifPresent(next -> received(opened, sent, next)));
        synchronized (this) {
            model = opened;
        }
        return active.under(opened);
    }

    /** A page whose value could not be taken as it is gets the one that was taken. */
    private void received(Widget from, Map<?, ?> sent, T next) {
        boolean isNew;
        synchronized (this) {
            isNew = taken(next);
            var now = state(next);
            if (now.entrySet().stream().allMatch(entry -> agree(entry.getValue(), sent.get(entry.getKey())))) {
                from.echo(now);
            } else {
                from.set(now);
            }
        }
        told(isNew);
    }

    private static boolean agree(Object ours, Object theirs) {
        if (ours instanceof Number one && theirs instanceof Number other) {
            return one.doubleValue() == other.doubleValue();
        }
        return ours.equals(theirs);
    }

    private boolean taken(T next) {
        boolean isNew = !next.equals(value);
        value = next;
        return isNew;
    }

    private void told(boolean isNew) {
        if (isNew && !handlers.isEmpty()) {
            active.run(() -> handlers.forEach(handler -> handler.accept(value())), () -> {});
        }
    }
}
