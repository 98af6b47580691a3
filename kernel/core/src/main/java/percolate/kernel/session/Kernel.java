package percolate.kernel.session;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import percolate.kernel.api.Comms;
import percolate.kernel.api.Display;
import percolate.kernel.api.Input;
import percolate.kernel.api.Magics;
import percolate.kernel.cells.CellLoader;
import percolate.kernel.cells.Interruption;
import percolate.kernel.channels.Channels;
import percolate.kernel.dependency.Dependencies;
import percolate.kernel.history.History;
import percolate.kernel.language.Languages;
import percolate.kernel.magic.MagicInterpreter;
import percolate.kernel.magic.Surroundings;
import percolate.kernel.protocol.Broadcast;
import percolate.kernel.protocol.ConnectionInfo;
import percolate.kernel.protocol.ProtocolException;
import percolate.kernel.protocol.Status;
import percolate.kernel.render.Extensions;
import percolate.kernel.render.MemoryReport;
import percolate.kernel.render.Renderers;
import percolate.kernel.traceback.ThreadEnds;

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
    private final Renderers renderers;
    private final Questions questions = new Questions(current);
    private final CellOutput nowhere = new CellOutput(this::publish, false, timer);
    private final CommDesk comms = new CommDesk(current, nowhere);
    private final History history;
    private final MemoryReport memory = new MemoryReport();
    private final Interruption interruption;
    private final Lanes lanes;
    private final ExecutorService warmUp;
    private final Channels channels;
    private final SystemStreams originals;
    private final ThreadEnds threadEnds;
    private final Shells shells;
    private final Thread worker;
    private boolean closed;

    private Kernel(
            ConnectionInfo connection,
            Languages languages,
            ClassLoader libraries,
            Interruption interruption,
            History history,
            Supplier<Dependencies> dependencies) {
        renderers = new Renderers(languages::written);
        this.interruption = interruption;
        this.history = history;
        warmUp = Threads.pool("percolate-warm-up", 1, current, libraries);
        // Early, so that the language finds the imports of libraries in time to take them together with its own.
        install(libraries, languages);
        lanes = Lanes.start(current, libraries);
        var magics = new MagicInterpreter(new Surroundings(languages, interruption, dependencies, memory));
        Magics.connect(magics);
        var interpreter = new Interpreter(magics, languages, interruption);
        var runner = new CellRunner(interpreter, interruption, renderers, history, current);
        shells = new Shells(
                () -> new Cells(runner, timer, interruption),
                cells -> Threads.deep("percolate-subshell", current, libraries, cells));
        var answers = new Answers(languages, interpreter, interruption, history, shells, comms);
        var handling = new CommHandling(comms, current, interruption, timer);
        // Requests may come from here on, before the kernel is complete: they are given nothing of it but these.
        channels = Channels.open(
                connection,
                opened -> new Dispatcher(
                        opened, new Activity(), shells, questions, answers, handling, lanes, ended::countDown));
        originals = SystemStreams.capture(current, new TypedInput(questions), languages::written);
        threadEnds = ThreadEnds.told(languages);
        interruption.tellOfHanging(new Hanging(current));
        worker = Threads.deep("percolate-cells", current, libraries, shells.main());
    }

    /**
     * Starts a kernel.
     *
     * @param connection where to listen; ports of 0 are chosen by the system
     * @param languages run the cells; stay the caller's to close
     * @param libraries where extensions are found; the context class loader of the threads that run cells
     * @param interruption stops the cells of these languages
     * @param history remembers cells; the kernel closes it
     * @param dependencies the session's libraries, asked for when a cell first wants one
     * @throws ProtocolException if a port is taken
     */
    public static Kernel start(
            ConnectionInfo connection,
            Languages languages,
            ClassLoader libraries,
            Interruption interruption,
            History history,
            Supplier<Dependencies> dependencies) {
        var kernel = new Kernel(connection, languages, libraries, interruption, history, dependencies);
        Display.connect(new KernelFrontend(kernel.current, kernel.nowhere, kernel.renderers));
        Input.connect(kernel.questions);
        Comms.connect(kernel.comms);
        kernel.publish(Status.STARTING);
        kernel.worker.start();
        return kernel;
    }

    /** Says what nobody has asked for. */
    private int publish(Broadcast content) {
        return channels.publish(Optional.empty(), content);
    }

    /** A session that does not use a library pays nothing for it: what takes time and memory waits for the first use. */
    private void install(ClassLoader libraries, Languages languages) {
        var tasks = Extensions.install(libraries, renderers, languages, memory);
        Runnable firstUse = () -> tasks.forEach(warmUp::execute);
        if (libraries instanceof CellLoader cells) {
            cells.onFirstUse(firstUse);
        } else {
            firstUse.run();
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
            Closing.all(
                    shells::close,
                    channels::close,
                    originals::close,
                    threadEnds::close,
                    lanes::shutdown,
                    timer::shutdown,
                    warmUp::shutdown,
                    history::close,
                    worker::interrupt,
                    interruption::request);
        } finally {
            ended.countDown();
        }
    }
}
