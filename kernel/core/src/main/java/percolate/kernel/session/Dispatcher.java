package percolate.kernel.session;

import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import percolate.kernel.channels.Channel;
import percolate.kernel.channels.Channels;
import percolate.kernel.channels.Receiver;
import percolate.kernel.protocol.CommMessage;
import percolate.kernel.protocol.ExecuteRequest;
import percolate.kernel.protocol.Header;
import percolate.kernel.protocol.InputReply;
import percolate.kernel.protocol.InterruptRequest;
import percolate.kernel.protocol.Message;
import percolate.kernel.protocol.Request;
import percolate.kernel.protocol.ShutdownRequest;
import percolate.kernel.protocol.UnknownRequest;

/**
 * Hands every message to the thread it is for: cells wait in line, what must not wait goes to the control thread, and
 * all other questions to a small pool, so that they are answered while a cell runs.
 */
record Dispatcher(
        Channels channels,
        Activity activity,
        Cells cells,
        TypedInput input,
        Answers answers,
        Executor control,
        Executor questions,
        Runnable shutdown)
        implements Receiver {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class.getName());

    @Override
    public void received(Channel channel, Message<Request> message) {
        var request = message.content();
        var exchange = new Exchange(channels, activity, channel, message);
        if (request instanceof ExecuteRequest execute) {
            cells.add(exchange, execute);
        } else if (request instanceof InputReply reply) {
            input.typed(message.parent().map(Header::id), reply.value());
        } else if (request instanceof UnknownRequest unknown) {
            LOG.log(Level.FINE, "ignored a message of type {0}", unknown.type());
        } else if (!(request instanceof CommMessage)) {
            lane(channel, request).execute(() -> answer(exchange));
        }
    }

    private Executor lane(Channel channel, Request request) {
        var urgent =
                channel == Channel.CONTROL || request instanceof InterruptRequest || request instanceof ShutdownRequest;
        return urgent ? control : questions;
    }

    private void answer(Exchange exchange) {
        exchange.answer(() -> answers.to(exchange));
        if (exchange.message().content() instanceof ShutdownRequest) {
            shutdown.run();
        }
    }
}
