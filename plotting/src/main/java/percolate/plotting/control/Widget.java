package percolate.plotting.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import percolate.kernel.api.Comm;
import percolate.kernel.api.CommData;
import percolate.kernel.api.Comms;

/** One model of the widgets' protocol: its state here, a copy of it in every front end. May be used by several threads. */
final class Widget {
    private static final String TARGET = "jupyter.widget";
    private static final Map<String, Object> PROTOCOL = Map.of("version", "2.1.0");
    private static final String MODULES = "2.0.0";

    private final Map<String, Object> state;
    private final Comm comm;
    private volatile Consumer<Map<?, ?>> changes = values -> {};
    private volatile Consumer<String> events = event -> {};

    private Widget(Map<String, Object> state) {
        this.state = new LinkedHashMap<>(state);
        var opening = message(this.state);
        this.comm =
                Comms.open(TARGET, CommData.of(opening.data(), buffers(opening)).withMetadata(PROTOCOL));
        comm.onMessage(this::received);
    }

    /** A model that is seen, for example a {@code FloatSlider}. */
    static Widget control(String kind, Map<String, ?> state) {
        return opened("@jupyter-widgets/controls", kind, "@jupyter-widgets/controls", kind + "View", state);
    }

    /** How another model looks, for example a {@code SliderStyle}. */
    static Widget style(String kind, Map<String, ?> state) {
        return opened("@jupyter-widgets/controls", kind, "@jupyter-widgets/base", "StyleView", state);
    }

    /** Where another model stands: widths, margins. */
    static Widget layout(Map<String, ?> state) {
        return opened("@jupyter-widgets/base", "Layout", "@jupyter-widgets/base", "LayoutView", state);
    }

    /** @throws IllegalStateException where no notebook is connected */
    private static Widget opened(String module, String kind, String viewModule, String view, Map<String, ?> state) {
        var all = new LinkedHashMap<String, Object>();
        all.put("_model_module", module);
        all.put("_model_module_version", MODULES);
        all.put("_model_name", kind + "Model");
        all.put("_view_module", viewModule);
        all.put("_view_module_version", MODULES);
        all.put("_view_name", view);
        all.putAll(state);
        return new Widget(all);
    }

    String id() {
        return comm.id();
    }

    /** What other models name this one by. */
    String reference() {
        return "IPY_MODEL_" + comm.id();
    }

    boolean isOpen() {
        return comm.isOpen();
    }

    /** Changes a part of the state, here and in the front ends that still listen. */
    void set(String name, Object value) {
        set(Map.of(name, value));
    }

    /** Changes parts of the state together. */
    synchronized void set(Map<String, Object> changes) {
        state.putAll(changes);
        tell("update", changes);
    }

    /** Confirms what a page has sent, for the other pages; one that has gone on meanwhile knows it for old. */
    synchronized void echo(Map<String, Object> changes) {
        state.putAll(changes);
        tell("echo_update", changes);
    }

    /** From now on this is told what the page changes. */
    void onChange(Consumer<Map<?, ?>> handler) {
        changes = handler;
    }

    /** From now on this is told what happens to it on the page, for example {@code click}. */
    void onEvent(Consumer<String> handler) {
        events = handler;
    }

    /** A page that was opened anew asks for the state of every model and shows none before all have answered. */
    private void received(CommData message) {
        var data = message.data();
        if ("request_state".equals(data.get("method"))) {
            tellAll();
        } else if ("update".equals(data.get("method")) && data.get("state") instanceof Map<?, ?> changed) {
            changes.accept(changed);
        } else if ("custom".equals(data.get("method")) && data.get("content") instanceof Map<?, ?> content) {
            events.accept(String.valueOf(content.get("event")));
        }
    }

    private synchronized void tellAll() {
        tell("update", state);
    }

    private void tell(String method, Map<String, Object> values) {
        if (comm.isOpen()) {
            var message = message(values);
            var data = new LinkedHashMap<String, Object>(Map.of("method", method));
            data.putAll(message.data());
            comm.send(CommData.of(data, buffers(message)));
        }
    }

    private static byte[][] buffers(CommData message) {
        return message.buffers().toArray(byte[][]::new);
    }

    /** A state as it travels: bytes beside it, with the names under which they belong into it. */
    private static CommData message(Map<String, Object> values) {
        var texts = new LinkedHashMap<String, Object>();
        var paths = new ArrayList<List<String>>();
        var buffers = new ArrayList<byte[]>();
        values.forEach((name, value) -> {
            if (value instanceof byte[] bytes) {
                paths.add(List.of(name));
                buffers.add(bytes);
            } else {
                texts.put(name, value);
            }
        });
        return CommData.of(Map.of("state", texts, "buffer_paths", paths), buffers.toArray(byte[][]::new));
    }
}
