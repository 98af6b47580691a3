package percolate.kernel.channels;

import percolate.kernel.protocol.Message;
import percolate.kernel.protocol.Request;

/** Takes what front ends send. */
@FunctionalInterface
public interface Receiver {
    /** Called for each message with a right signature, on the thread that owns the sockets: hand it over, never wait. */
    void received(Channel channel, Message<Request> message);
}
