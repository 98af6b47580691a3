package percolate.kernel.session;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import percolate.kernel.api.Comm;
import percolate.kernel.api.CommData;
import percolate.kernel.protocol.CommClose;
import percolate.kernel.protocol.CommMessage;
import percolate.kernel.protocol.CommOpen;
import percolate.kernel.protocol.JsonTree;

/** A comm with a front end. */
final class OpenComm implements Comm {
    private final String id;
    private final String target;
    private final CommDesk desk;
    private volatile Consumer<CommData> onMessage = message -> {};
    private volatile Consumer<CommData> onClose = message -> {};

    /** A comm that the kernel opens. */
    OpenComm(String target, CommDesk desk) {
        this(UUID.randomUUID().toString(), target, desk);
    }

    /** A comm that a front end has opened. */
    OpenComm(String id, String target, CommDesk desk) {
        this.id = id;
        this.target = target;
        this.desk = desk;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String target() {
        return target;
    }

    @Override
    public void send(CommData message) {
        if (!isOpen()) {
            throw new IllegalStateException(
                    "comm " + target + ": expected an open comm, got one that is closed; open another");
        }
        desk.tell(new CommMessage(id, json(message.data()), json(message.metadata()), message.buffers()));
    }

    @Override
    public void onMessage(Consumer<CommData> handler) {
        onMessage = handler;
    }

    @Override
    public void onClose(Consumer<CommData> handler) {
        onClose = handler;
    }

    @Override
    public void close(CommData last) {
        if (desk.forget(this)) {
            desk.tell(new CommClose(id, json(last.data()), json(last.metadata()), last.buffers()));
        }
    }

    @Override
    public boolean isOpen() {
        return desk.isOpen(this);
    }

    void received(CommData message) {
        onMessage.accept(message);
    }

    /** The other side has closed. */
    void closed(CommData last) {
        if (desk.forget(this)) {
            onClose.accept(last);
        }
    }

    static JsonObject json(Map<String, Object> values) {
        return JsonTree.object(values);
    }

    static CommData data(CommOpen opening) {
        return data(opening.data(), opening.metadata(), opening.buffers());
    }

    static CommData data(CommMessage message) {
        return data(message.data(), message.metadata(), message.buffers());
    }

    static CommData data(CommClose closing) {
        return data(closing.data(), closing.metadata(), closing.buffers());
    }

    private static CommData data(JsonObject data, JsonObject metadata, List<byte[]> buffers) {
        return new CommData(JsonTree.values(data), JsonTree.values(metadata), buffers);
    }
}
