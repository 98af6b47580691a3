package percolate.kernel.session;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import percolate.kernel.channels.Channel;
import percolate.kernel.channels.Channels;
import percolate.kernel.channels.Receiver;
import percolate.kernel.protocol.CommClose;
import percolate.kernel.protocol.CommMessage;
import percolate.kernel.protocol.CommOpen;
import percolate.kernel.protocol.ExecuteRequest;
import percolate.kernel.protocol.Header;
import percolate.kernel.protocol.InputReply;
import percolate.kernel.protocol.InterruptRequest;
import percolate.kernel.protocol.Message;
import percolate.kernel.protocol.Request;
import percolate.kernel.protocol.ShutdownRequest;
import percolate.kernel.protocol.UnknownRequest;

/**
 * Hands every message to the thread it is for: cells wait in line in their shell, what must not wait goes to the control
 * thread, what is said about comms to another, and all other questions to a small pool, so that they are answered while a
 * cell runs.
 */
record Dispatcher(
        Channels channels,
        Activity activity,
        Shells shells,
        Questions input,
        Answers answers,
        CommHandling comms,
        Lanes lanes,
        Runnable shutdown)
        implements Receiver {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class.getName());

    @Override
    public void received(Channel channel, Message<Request> message) {
        var request = message.content();
        var exchange = new Exchange(channels, activity, channel, message);
        if (request instanceof ExecuteRequest execute) {
            run(exchange, execute);
        } else if (request instanceof InputReply reply) {
            input.typed(message.parent().map(Header::id), reply.value());
        } else if (request instanceof UnknownRequest unknown) {
            LOG.log(Level.FINE, "ignored a message of type {0}", unknown.type());
        } else if (isAboutComm(request)) {
            lanes.comms().execute(() -> exchange.answer(() -> {
                comms.handle(exchange);
                return Optional.empty();
            }));
        } else {
            lane(channel, request).execute(() -> answer(exchange));
        }
    }

    private void run(Exchange exchange, ExecuteRequest request) {
        var wanted = exchange.message().header().subshell();
        shells.find(wanted)
                .ifPresentOrElse(cells -> cells.add(exchange, request), () -> lanes.questions()
                        .execute(() ->
                                exchange.answer(() -> Optional.of(exchange.noSuchSubshell(wanted.orElseThrow())))));
    }

    private static boolean isAboutComm(Request request) {
        return request instanceof CommOpen || request instanceof CommMessage || request instanceof CommClose;
    }

    private Executor lane(Channel channel, Request request) {
        var urgent =
                channel == Channel.CONTROL || request instanceof InterruptRequest || request instanceof ShutdownRequest;
        return urgent ? lanes.control() : lanes.questions();
    }

    private void answer(Exchange exchange) {
        exchange.answer(() -> answers.to(exchange));
        if (exchange.message().content() instanceof ShutdownRequest) {
            shutdown.run();
        }
    }
}
