package percolate.kernel.java;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
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
    private final SnippetClasses classes = new SnippetClasses();
    private final List<String> newest = new ArrayList<>();
    private final BiConsumer<String, byte[]> declared;
    private Object value;
    private Field field;
    private int running;
    private boolean isOnlyDeclaring;
    private volatile boolean seesOthers;
    private final VariableFields variables = new VariableFields();
    private final FailedClasses failed = new FailedClasses();

    /** @param declared is told each class that JShell has made of a cell */
    CellExecution(CellLoader loader, Interruption interruption, Lock compiler, BiConsumer<String, byte[]> declared) {
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

    /** From now on snippets may name the classes of other languages' cells. */
    void seeOthers() {
        seesOthers = true;
    }

    SnippetClasses classes() {
        return classes;
    }

    /** The field of the variable whose value JShell asked for last. */
    Field fieldAskedFor() {
        return field;
    }

    /** Lets go of the files of the classes that were loaded last, because no other cell can name them. */
    void forgetNewest() {
        newest.forEach(loader::forgetFile);
        newest.clear();
    }

    /** The classes that were loaded last stay, whatever becomes of the snippets that follow. */
    void keepNewest() {
        newest.clear();
    }

    @Override
    public void load(ClassBytecodes[] classes) throws ClassInstallException {
        newest.clear();
        for (var one : classes) {
            loader.declare(one.name(), seesOthers ? OtherCells.withTrueNames(one.bytecodes()) : one.bytecodes());
            newest.add(one.name());
            declared.accept(one.name(), one.bytecodes());
        }
        var loaded = new boolean[classes.length];
        for (var i = 0; i < classes.length; i++) {
            loaded[i] = prepare(classes[i], loaded);
        }
    }

    /** Asking for the methods looks up the types they name, so that one that is missing fails here and not in mid-run. */
    private boolean prepare(ClassBytecodes one, boolean[] loaded) throws ClassInstallException {
        try {
            var type = loader.loadClass(one.name());
            var methods = type.getDeclaredMethods();
            classes.loaded(type);
            variables.loaded(type, one.bytecodes());
            return methods != null;
        } catch (ClassNotFoundException | LinkageError e) {
            throw new ClassInstallException(one.name() + ": " + e, loaded);
        }
    }

    @Override
    public void redefine(ClassBytecodes[] classes) throws NotImplementedException {
        throw new NotImplementedException(
                "classes are not redefined in place: JShell compiles what depends on them anew");
    }

    @Override
    public String invoke(String className, String methodName) throws RunException, InternalException {
        if (isOnlyDeclaring) {
            return "";
        }
        var method = method(className, methodName);
        var thread = Thread.currentThread();
        var context = thread.getContextClassLoader();
        Object result = null;
        variables.run(method.getDeclaringClass());
        running++;
        compiler.unlock();
        try {
            thread.setContextClassLoader(loader);
            result = interruption.stoppable(() -> method.invoke(null));
            return "";
        } catch (InvocationTargetException e) {
            failed.learn(e.getCause());
            throw asThrownByCell(e.getCause());
        } catch (CellStopped | VirtualMachineError e) { // which reflection had no room to wrap
            throw asThrownByCell(e);
        } catch (Exception e) {
            throw new InternalException(e.toString());
        } finally {
            thread.setContextClassLoader(context);
            compiler.lock();
            running--;
            variables.follow();
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

    /** Keeps the variable's field; JShell wants the words of its value, which nobody reads and which may take long. */
    @Override
    public String varValue(String className, String variable) throws InternalException {
        try {
            field = loader.loadClass(className).getDeclaredField(variable);
            return "";
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

    /** Declares variables without giving them their values; called with the compiler's lock held. */
    <T> T withoutRunning(Supplier<T> work) {
        isOnlyDeclaring = true;
        try {
            return work.get();
        } finally {
            isOnlyDeclaring = false;
        }
    }

    VariableFields variables() {
        return variables;
    }

    FailedClasses failed() {
        return failed;
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

    /** The loader is not JShell's to close: cells of other languages live in it too. */
    @Override
    public void close() {}
}
