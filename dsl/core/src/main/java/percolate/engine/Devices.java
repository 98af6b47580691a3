package percolate.engine;

import java.util.ArrayList;
import java.util.List;
import percolate.Device;

/** The devices of this machine, and the one on which new tensors are made: a graphics card where one is found. */
public final class Devices {
    private static volatile Device session;

    private Devices() {}

    /** All that the native library can use. */
    public static List<Device> all() {
        return Found.DEVICES;
    }

    /** Where new tensors are made. */
    public static Device session() {
        var chosen = session;
        return chosen == null ? all().get(all().size() > 1 ? 1 : 0) : chosen;
    }

    /** New tensors are made there from now on. */
    public static void session(Device device) {
        session = present(device);
    }

    /** @throws IllegalArgumentException if this machine has no such device, or the native library cannot use it */
    public static Device present(Device device) {
        if (!all().contains(device)) {
            throw new IllegalArgumentException("device: expected one of " + all() + ", got " + device
                    + "; a graphics card needs the native library for CUDA, see PYTORCH_LIBRARY_PATH");
        }
        return device;
    }

    /** @throws IllegalArgumentException if two operands lie on different devices, naming both */
    static void same(String operation, Device one, Device two) {
        if (!one.equals(two)) {
            throw new IllegalArgumentException(operation + ": expected tensors on one device, got " + one + " and "
                    + two + "; move one of them with to(" + one + ")");
        }
    }

    static ai.djl.Device nativeDevice(Device device) {
        return device.isGpu() ? ai.djl.Device.gpu(device.number()) : ai.djl.Device.cpu();
    }

    static Device of(ai.djl.Device device) {
        return device.isGpu() ? Device.gpu(device.getDeviceId()) : Device.cpu();
    }

    /** Looked for once. */
    private static final class Found {
        static final List<Device> DEVICES = find();

        private static List<Device> find() {
            var devices = new ArrayList<>(List.of(Device.cpu()));
            var engine = TorchEngine.manager().getEngine();
            int cards = engine.hasCapability("CUDA") ? engine.getGpuCount() : 0;
            for (int i = 0; i < cards; i++) {
                devices.add(Device.gpu(i));
            }
            return List.copyOf(devices);
        }
    }
}
