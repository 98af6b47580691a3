package percolate.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.logging.Filter;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ConnectionInfoTest {
    private static final String COMPLETE = """
            {"transport": "tcp", "ip": "127.0.0.1", "shell_port": 1001, "control_port": 1002, "stdin_port": 1003,
             "iopub_port": 1004, "hb_port": 1005, "signature_scheme": "hmac-sha256", "key": "secret", "kernel_name": "x"}
            """;

    @TempDir
    Path folder;

    @Test
    void aConnectionFileTellsPortsAndKey() throws IOException {
        assertThat(read(COMPLETE))
                .isEqualTo(new ConnectionInfo("127.0.0.1", 1001, 1002, 1003, 1004, 1005, "hmac-sha256", "secret"));
    }

    @Test
    void theKeyStaysOutOfTheText() throws IOException {
        assertThat(read(COMPLETE).toString()).contains("1001").doesNotContain("secret");
    }

    @Test
    void whatIsMissingIsNamed() {
        fails(COMPLETE.replace("hb_port", "other"), "hb_port: expected a whole number, got no such field");
        fails(COMPLETE.replace("1001", "\"a\""), "shell_port: expected a whole number, got \"a\"");
        fails(COMPLETE.replace("1001", "70000"), "expected ports from 0 to 65535, got 70000");
        fails(COMPLETE.replace("\"tcp\"", "\"ipc\""), "transport: expected tcp, got ipc");
        fails(COMPLETE.replace("\"secret\"", "\"\""), "expected a key that signs messages, got none");
        fails("[1]", "expected a JSON object");
        fails(COMPLETE.substring(0, 60), "expected a JSON object");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        var missing = folder.resolve("nowhere.json");

        assertThatThrownBy(() -> ConnectionInfo.read(missing))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining(missing + ": expected a readable file, got NoSuchFileException");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatOthersCanReadIsWarnedOf() throws IOException {
        var lines = new ArrayList<String>();
        var logger = Logger.getLogger(ConnectionInfo.class.getName());
        Filter listening = line -> lines.add(new SimpleFormatter().formatMessage(line));
        logger.setFilter(listening);
        try {
            var file = Files.writeString(folder.resolve("shared.json"), COMPLETE);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            ConnectionInfo.read(file);
            assertThat(lines).isEmpty();

            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            ConnectionInfo.read(file);
            assertThat(lines).hasSize(1);
            assertThat(lines.get(0)).contains("expected one that its owner alone can read, got rw-r--r--");
        } finally {
            logger.setFilter(null);
        }
    }

    private void fails(String text, String problem) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ProtocolException.class)
                .hasMessageStartingWith("connection file " + folder)
                .hasMessageContaining(problem);
    }

    private ConnectionInfo read(String text) throws IOException {
        return ConnectionInfo.read(Files.writeString(folder.resolve("connection.json"), text));
    }
}
