package percolate.kernel.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import percolate.kernel.api.Renderer;
import percolate.kernel.api.Session;
import percolate.kernel.language.Languages;

/** The session as libraries see it. */
final class LibrarySession implements Session {
    private static final Logger LOG = Logger.getLogger(LibrarySession.class.getName());

    private final Renderers renderers;
    private final Languages languages;
    private final MemoryReport memory;
    private final List<Runnable> warmUps = new ArrayList<>();

    LibrarySession(Renderers renderers, Languages languages, MemoryReport memory) {
        this.renderers = renderers;
        this.languages = languages;
        this.memory = memory;
    }

    @Override
    public <T> Session renderer(Class<T> type, Renderer<? super T> renderer) {
        renderers.add(type, renderer);
        return this;
    }

    @Override
    public Session imports(String... names) {
        languages.imports(List.of(names));
        return this;
    }

    @Override
    public Session warmUp(Runnable task) {
        warmUps.add(() -> run(task));
        return this;
    }

    @Override
    public Session memory(String name, Supplier<String> amount) {
        memory.add(name, amount);
        return this;
    }

    @Override
    public <T> Session bytes(Class<T> type, ToLongFunction<? super T> bytes) {
        memory.weigh(type, bytes);
        return this;
    }

    List<Runnable> warmUps() {
        return List.copyOf(warmUps);
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (Exception | Error e) {
            LOG.log(Level.WARNING, "a warm-up task failed; what it would have loaded is loaded when first needed", e);
        }
    }
}
