package percolate.kernel.java;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.locks.Lock;
import java.util.function.BiConsumer;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.SPIResolutionException;
import percolate.kernel.cells.CellLoader;
import percolate.kernel.cells.CellStopped;
import percolate.kernel.cells.Interruption;

/**
 * Runs compiled snippets on the calling thread and keeps the live value of the last one, where JShell itself only keeps
 * its text. The compiler's lock is released while a snippet runs, so that completion answers meanwhile.
 */
final class CellExecution implements ExecutionControl {
    private final CellLoader loader;
    private final Interruption interruption;
    private final Lock compiler;
    private final BiConsumer<String, byte[]> declared;
    private Object value;
    private int running;

    /** @param declared is told each class that JShell has made of a cell */
    CellExecution(
            CellLoader loader, Interruption interruption, Lock compiler, BiConsumer<String, byte[]> declared) {
        this.declared = declared;
        this.loader = loader;
        this.interruption = interruption;
        this.compiler = compiler;
    }

    /** The value of the snippet that ran last, handed out once. */
    Object takeValue() {
        var taken = value;
        value = null;
        return taken;
    }

    /** Whether a snippet is running; asked while holding the compiler's lock. */
    boolean isRunning() {
        return running > 0;
    }

    @Override
    public void load(ClassBytecodes[] classes) throws ClassInstallException {
        for (var one : classes) {
            loader.declare(one.name(), one.bytecodes());
            declared.accept(one.name(), one.bytecodes());
        }
        var loaded = new boolean[classes.length];
        for (var i = 0; i < classes.length; i++) {
            loaded[i] = prepare(classes[i].name(), loaded);
        }
    }

    /** Asking for the methods looks up the types they name, so that one that is missing fails here and not in mid-run. */
    private boolean prepare(String name, boolean[] loaded) throws ClassInstallException {
        try {
            return loader.loadClass(name).getDeclaredMethods() != null;
        } catch (ClassNotFoundException | LinkageError e) {
            throw new ClassInstallException(name + ": " + e, loaded);
        }
    }

    @Override
    public void redefine(ClassBytecodes[] classes) throws NotImplementedException {
        throw new NotImplementedException(
                "classes are not redefined in place: JShell compiles what depends on them anew");
    }

    @Override
    public String invoke(String className, String methodName) throws RunException, InternalException {
        var method = method(className, methodName);
        var thread = Thread.currentThread();
        var context = thread.getContextClassLoader();
        Object result = null;
        running++;
        compiler.unlock();
        try {
            thread.setContextClassLoader(loader);
            result = interruption.stoppable(() -> method.invoke(null));
            return "";
        } catch (InvocationTargetException e) {
            throw asThrownByCell(e.getCause());
        } catch (CellStopped e) {
            throw asThrownByCell(e);
        } catch (Exception e) {
            throw new InternalException(e.toString());
        } finally {
            thread.setContextClassLoader(context);
            compiler.lock();
            running--;
            value = result;
        }
    }

    private Method method(String className, String methodName) throws InternalException {
        try {
            var method = loader.loadClass(className).getDeclaredMethod(methodName);
            method.setAccessible(true);
            return method;
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new InternalException(e.toString());
        }
    }

    private static RunException asThrownByCell(Throwable thrown) {
        return thrown instanceof SPIResolutionException unresolved
                ? new ResolutionException(unresolved.id(), unresolved.getStackTrace())
                : ThrownByCell.of(thrown);
    }

    @Override
    public String varValue(String className, String variable) throws InternalException {
        try {
            var field = loader.loadClass(className).getDeclaredField(variable);
            field.setAccessible(true);
            return String.valueOf(field.get(null));
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new InternalException(e.toString());
        }
    }

    /** The value of a variable, or null if it has none that can be had. */
    Object variable(String className, String variable) {
        try {
            var field = loader.loadClass(className).getDeclaredField(variable);
            field.setAccessible(true);
            return field.get(null);
        } catch (ReflectiveOperationException | LinkageError e) {
            return null;
        }
    }

    @Override
    public void addToClasspath(String path) {
        loader.add(path);
    }

    @Override
    public void stop() {
        interruption.request();
    }

    @Override
    public Object extensionCommand(String command, Object argument) throws NotImplementedException {
        throw new NotImplementedException("no extension commands, got " + command);
    }

    @Override
    public void close() {
        loader.close();
    }
}
