package percolate.engine;

/** Starts the engine, unpacking its natives if need be, and says in one line what was found. */
public final class EngineCheck {
    private EngineCheck() {}

    public static void main(String[] arguments) {
        System.out.println(TorchEngine.version() + ", cpu, " + TorchEngine.threads() + " threads");
    }
}
