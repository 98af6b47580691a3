package percolate.kernel.session;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import percolate.kernel.cells.HeapReserve;
import percolate.kernel.channels.Channel;
import percolate.kernel.channels.Channels;
import percolate.kernel.protocol.Broadcast;
import percolate.kernel.protocol.ErrorReply;
import percolate.kernel.protocol.InputRequest;
import percolate.kernel.protocol.Message;
import percolate.kernel.protocol.Reply;
import percolate.kernel.protocol.Request;

/** One request, and the way back to who asked. */
record Exchange(Channels channels, Activity activity, Channel channel, Message<Request> message) {
    private static final Logger LOG = Logger.getLogger(Exchange.class.getName());

    void reply(Reply reply) {
        var unused = channels.send(channel, message, reply);
    }

    /** Asks the user; returns the id of the question, which the answer names. */
    String ask(InputRequest question) {
        return channels.send(Channel.STDIN, message, question).id();
    }

    /** Tells all front ends; returns how many bytes that took. */
    int publish(Broadcast content) {
        return channels.publish(Optional.of(message.header()), content);
    }

    /** Busy, whatever the answer causes, the reply, idle. */
    void answer(Supplier<Optional<Reply>> answer) {
        try {
            activity.begin(this);
            answer.get().ifPresent(this::reply);
        } catch (OutOfMemoryError e) {
            HeapReserve.giveUp();
            reply(failed("OutOfMemoryError", "Java heap space, which was missing for the answer too"));
        } catch (Exception | Error e) {
            LOG.log(Level.WARNING, message.header().type() + " failed", e);
            reply(failed(e.getClass().getSimpleName(), String.valueOf(e.getMessage())));
        } finally {
            activity.end(this);
        }
    }

    ErrorReply noSuchSubshell(String id) {
        return failed(
                "NoSuchSubshell",
                message.header().type() + ": subshell_id: expected a subshell of this kernel, got " + id
                        + "; create one first");
    }

    ErrorReply failed(String name, String problem) {
        return ErrorReply.of(message.header().type().replaceAll("_request$", "_reply"), name, problem);
    }
}
