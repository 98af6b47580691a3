package percolate.kernel.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import percolate.kernel.client.KernelClient;
import percolate.kernel.protocol.ConnectionInfo;
import percolate.kernel.protocol.ProtocolException;
import percolate.kernel.protocol.Status;

class ConnectionTest {
    @Test
    void everySubscriptionIsWelcomed() {
        try (var channels = listening()) {
            for (var i = 0; i < 2; i++) {
                try (var client = KernelClient.connect(channels.connection())) {
                    assertThat(client.welcome().text("subscription")).isEmpty();
                    assertThat(client.welcome().parent().size()).isZero();
                    assertThat(client.welcome().header().get("version").getAsString())
                            .isEqualTo("5.5");
                }
            }
        }
    }

    @Test
    void theHeartbeatSendsBackWhatComes() {
        try (var channels = listening();
                var client = KernelClient.connect(channels.connection())) {
            assertThat(client.beat(new byte[] {1, 2, 3})).containsExactly(1, 2, 3);
            assertThat(client.beat(new byte[0])).isEmpty();
        }
    }

    @Test
    void whatWasSentBeforeTheEndArrives() {
        KernelClient client;
        try (var channels = listening()) {
            client = KernelClient.connect(channels.connection());
            for (var i = 0; i < 5000; i++) {
                channels.publish(Optional.empty(), Status.BUSY);
            }
            channels.publish(Optional.empty(), Status.IDLE);
        }
        try (client) {
            client.hear(Channel.IOPUB, message -> message.isIdle());
            assertThat(client.unread(Channel.IOPUB)).hasSize(5000);
        }
    }

    @Test
    void theTopicOfABroadcastIsItsType() {
        try (var channels = listening();
                var client = KernelClient.connect(channels.connection())) {
            channels.publish(Optional.empty(), Status.STARTING);

            assertThat(client.hear(Channel.IOPUB, message -> true).prefix()).containsExactly("status");
        }
    }

    @Test
    void aTakenPortIsNamed() {
        try (var channels = listening()) {
            var port = channels.connection().shellPort();
            var same = new ConnectionInfo("127.0.0.1", port, 0, 0, 0, 0, "hmac-sha256", "key");

            assertThatThrownBy(() -> Channels.open(same, opened -> (channel, message) -> {}))
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("shell: expected a free address, got 127.0.0.1:" + port);
        }
    }

    @Test
    void anUnknownSignatureSchemeIsNamed() {
        var strange = new ConnectionInfo("127.0.0.1", 0, 0, 0, 0, 0, "hmac-rot13", "key");

        assertThatThrownBy(() -> Channels.open(strange, opened -> (channel, message) -> {}))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("expected hmac-sha256, got hmac-rot13");
    }

    private static Channels listening() {
        var anywhere = new ConnectionInfo(
                "127.0.0.1", 0, 0, 0, 0, 0, "hmac-sha256", UUID.randomUUID().toString());
        return Channels.open(anywhere, opened -> (channel, message) -> {});
    }
}
