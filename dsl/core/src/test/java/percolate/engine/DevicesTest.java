package percolate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Mistakes.assertOneSentence;

import org.junit.jupiter.api.Test;
import percolate.Device;

class DevicesTest {
    @Test
    void twoDevicesInOneOperationAreBothNamed() {
        Devices.same("plus", Device.cpu(), Device.cpu());
        assertOneSentence(
                () -> Devices.same("plus", Device.cpu(), Device.gpu(0)), "plus", "got cpu and gpu(0)", "to(cpu)");
    }

    @Test
    void aProgramOnSeveralDevicesNamesBoth() {
        var text =
                "RuntimeError: Expected all tensors to be on the same device, but found at least two devices, cuda:0 and"
                        + " cpu! (when checking argument for argument mat1)";
        assertThat(NativeFailure.reason(new IllegalStateException(text)))
                .isEqualTo("expected tensors on one device, got cuda:0 and cpu; move one of them with to(…)");
    }

    @Test
    void ourDevicesAreDjls() {
        for (var device : new Device[] {Device.cpu(), Device.gpu(0), Device.gpu(3)}) {
            assertThat(Devices.of(Devices.nativeDevice(device))).isEqualTo(device);
        }
        assertThat(Device.gpu(3).number()).isEqualTo(3);
    }

    @Test
    void theSessionBeginsOnADeviceOfThisMachine() {
        assertThat(Devices.all()).startsWith(Device.cpu()).contains(Devices.session());
        var before = Devices.session();
        Devices.session(Device.cpu());
        assertThat(Devices.session()).isEqualTo(Device.cpu());
        Devices.session(before);
    }
}
