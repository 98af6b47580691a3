package percolate.kernel.session;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import percolate.kernel.api.Display;
import percolate.kernel.cells.CellLoader;
import percolate.kernel.cells.Interruption;
import percolate.kernel.channels.Channels;
import percolate.kernel.language.Languages;
import percolate.kernel.protocol.ConnectionInfo;
import percolate.kernel.protocol.ProtocolException;
import percolate.kernel.protocol.Status;
import percolate.kernel.render.Extensions;
import percolate.kernel.render.Renderers;

/**
 * A running kernel: it listens at a connection and lets a language answer, until it is closed. A front end that
 * shuts it down ends {@link #await}; whoever started the kernel closes it then.
 *
 * <p>There is one at a time in a process, for it takes the process's standard streams and what {@link Display} shows.
 */
public final class Kernel implements AutoCloseable {
    private final CurrentCell current = new CurrentCell();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ScheduledExecutorService timer = Threads.timer("percolate-streams", current);
    private final Renderers renderers = new Renderers();
    private final TypedInput input = new TypedInput();
    private final Languages languages;
    private final Interruption interruption;
    private final ExecutorService control;
    private final ExecutorService questions;
    private final ExecutorService warmUp;
    private final Channels channels;
    private final SystemStreams originals;
    private final Cells cells;
    private final Thread worker;
    private boolean closed;

    private Kernel(ConnectionInfo connection, Languages languages, ClassLoader libraries, Interruption interruption) {
        this.languages = languages;
        this.interruption = interruption;
        control = Threads.pool("percolate-control", 1, current, libraries);
        questions = Threads.pool("percolate-questions", 2, current, libraries);
        warmUp = Threads.pool("percolate-warm-up", 1, current, libraries);
        var history = new History();
        var interpreter = new Interpreter(languages);
        cells = new Cells(new CellRunner(interpreter, interruption, renderers, history, current), input, timer);
        var answers = new Answers(languages, interpreter, interruption, history);
        // Requests may come from here on, before the kernel is complete: they are given nothing of it but these.
        channels = Channels.open(
                connection,
                opened -> new Dispatcher(
                        opened, new Activity(), cells, input, answers, control, questions, ended::countDown));
        originals = SystemStreams.capture(current, input);
        worker = Threads.thread("percolate-cells", current, libraries, () -> work(libraries));
    }

    /**
     * Starts a kernel.
     *
     * @param connection where to listen; ports of 0 are chosen by the system
     * @param languages run the cells; stay the caller's to close
     * @param libraries where extensions are found; the context class loader of the threads that run cells
     * @param interruption stops the cells of these languages
     * @throws ProtocolException if a port is taken
     */
    public static Kernel start(
            ConnectionInfo connection, Languages languages, ClassLoader libraries, Interruption interruption) {
        var kernel = new Kernel(connection, languages, libraries, interruption);
        var nowhere =
                new CellOutput(content -> kernel.channels.publish(Optional.empty(), content), false, kernel.timer);
        Display.connect(new KernelFrontend(kernel.current, nowhere, kernel.renderers));
        kernel.channels.publish(Optional.empty(), Status.STARTING);
        kernel.worker.start();
        return kernel;
    }

    private void work(ClassLoader libraries) {
        var tasks = Extensions.install(libraries, renderers, languages);
        onFirstUse(libraries, () -> tasks.forEach(warmUp::execute));
        cells.run();
    }

    /** A session that does not use a library pays nothing for it: what takes time and memory waits for the first use. */
    private static void onFirstUse(ClassLoader libraries, Runnable warmUp) {
        if (libraries instanceof CellLoader cells) {
            cells.onFirstUse(warmUp);
        } else {
            warmUp.run();
        }
    }

    /** Where the kernel listens, with the ports that the system chose. */
    public ConnectionInfo connection() {
        return channels.connection();
    }

    /** Waits until a front end has shut the kernel down, or {@link #close} was called. */
    public void await() throws InterruptedException {
        ended.await();
    }

    /** Sends what waits to be sent, closes the connection and stops the running cell. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            cells.close();
            channels.close();
            originals.close();
            Stream.of(timer, control, questions, warmUp).forEach(ExecutorService::shutdown);
            worker.interrupt();
            interruption.request();
        } finally {
            ended.countDown();
        }
    }
}
