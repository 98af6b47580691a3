package percolate.plotting.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import percolate.kernel.api.Comm;
import percolate.kernel.api.CommData;
import percolate.kernel.api.CommLines;
import percolate.kernel.api.Comms;

/** The other side of the comms: it remembers each model's state as a page does, and speaks as one. */
final class FrontEnd implements CommLines, AutoCloseable {
    private final Map<String, Model> models = new LinkedHashMap<>();

    /** A model as a page knows it. */
    static final class Model implements Comm {
        final CommData opening;
        final Map<String, Object> state = new LinkedHashMap<>();
        final BlockingQueue<CommData> received = new LinkedBlockingQueue<>();
        private final String id;
        private Consumer<CommData> onMessage = message -> {};
        private boolean open = true;

        Model(String id, CommData opening) {
            this.id = id;
            this.opening = opening;
            merge(opening);
        }

        private synchronized void merge(CommData message) {
            ((Map<?, ?>) message.data().get("state")).forEach((name, value) -> state.put((String) name, value));
            var paths = (List<?>) message.data().get("buffer_paths");
            for (int at = 0; at < paths.size(); at++) {
                state.put(
                        (String) ((List<?>) paths.get(at)).get(0),
                        message.buffers().get(at));
            }
        }

        /** Says to the kernel's side that the user has changed something. */
        void change(String name, Object value) {
            onMessage.accept(
                    CommData.of(Map.of("method", "update", "state", Map.of(name, value), "buffer_paths", List.of())));
        }

        void click() {
            onMessage.accept(CommData.of(Map.of("method", "custom", "content", Map.of("event", "click"))));
        }

        void askForState() {
            onMessage.accept(CommData.of(Map.of("method", "request_state")));
        }

        synchronized Object get(String name) {
            return state.get(name);
        }

        void awaitState(String name, Object value) throws InterruptedException {
            synchronized (this) {
                while (!value.equals(state.get(name))) {
                    wait();
                }
            }
        }

        /** As when a page does not know this kind of comm. */
        void refuse() {
            open = false;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String target() {
            return "jupyter.widget";
        }

        @Override
        public void send(CommData message) {
            synchronized (this) {
                merge(message);
                notifyAll();
            }
            received.add(message);
        }

        @Override
        public void onMessage(Consumer<CommData> handler) {
            onMessage = handler;
        }

        @Override
        public void onClose(Consumer<CommData> handler) {
            throw new AssertionError("nobody asked for this");
        }

        @Override
        public void close(CommData last) {
            open = false;
        }

        @Override
        public boolean isOpen() {
            return open;
        }
    }

    static FrontEnd connected() {
        var page = new FrontEnd();
        Comms.connect(page);
        return page;
    }

    @Override
    public synchronized Comm open(String target, CommData opening) {
        var model = new Model("m" + models.size(), opening);
        models.put(model.id(), model);
        return model;
    }

    /** The newest model of a kind, for example {@code FloatSlider}. */
    synchronized Model find(String kind) {
        var fitting = new ArrayList<Model>();
        models.values().stream()
                .filter(model -> model.get("_model_name").equals(kind + "Model"))
                .forEach(fitting::add);
        return fitting.get(fitting.size() - 1);
    }

    synchronized Model at(Object reference) {
        return models.get(((String) reference).replace("IPY_MODEL_", ""));
    }

    synchronized List<Model> all() {
        return List.copyOf(models.values());
    }

    synchronized int size() {
        return models.size();
    }

    @Override
    public void register(String target, BiConsumer<Comm, CommData> handler) {
        throw new AssertionError("pages open no widgets of their own");
    }

    @Override
    public void unregister(String target) {
        throw new AssertionError("pages open no widgets of their own");
    }

    @Override
    public void close() {
        Comms.connect(CommLines.NONE);
    }
}
