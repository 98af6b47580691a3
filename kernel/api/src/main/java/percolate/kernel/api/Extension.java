package percolate.kernel.api;

/**
 * How a library introduces itself to a session: renderers, imports, whatever it wants to observe.
 *
 * <p>Found through {@link java.util.ServiceLoader}: name the class in
 * {@code META-INF/services/percolate.kernel.api.Extension}. An extension that throws is skipped with a line in the log.
 */
@FunctionalInterface
public interface Extension {
    void install(Session session);
}
