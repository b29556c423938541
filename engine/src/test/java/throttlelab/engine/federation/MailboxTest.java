package throttlelab.engine.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MailboxTest {

    private record Item(int sender, int number) {
    }

    /// A wake-up that is lost would leave the taker waiting: there are 40,000 chances.
    @ParameterizedTest
    @ValueSource(longs = {0, Mailbox.LULL})
    void everythingThatIsPutIsTakenOnceAndInOrder(long lull) throws Exception {
        Mailbox<Item> mailbox = new Mailbox<>(lull);
        int each = 20_000;
        List<Thread> senders = new ArrayList<>();
        for (int sender = 0; sender < 2; sender++) {
            int own = sender;
            senders.add(Thread.ofPlatform().start(() -> {
                for (int number = 0; number < each; number++) {
                    mailbox.put(new Item(own, number));
                    if (number % 64 == 0) {
                        Thread.yield();
                    }
                }
            }));
        }
        int[] next = new int[2];
        for (int i = 0; i < 2 * each; i++) {
            Item item = mailbox.take();
            assertThat(item.number()).isEqualTo(next[item.sender()]++);
        }
        for (Thread sender : senders) {
            sender.join();
        }
        assertThat(next).containsExactly(each, each);
    }

    /// Whoever gives the core away first, too.
    @ParameterizedTest
    @ValueSource(longs = {0, Mailbox.LULL})
    void whoeverWaitsCanBeInterrupted(long lull) {
        Mailbox<Item> mailbox = new Mailbox<>(lull);
        Thread.currentThread().interrupt();

        assertThatThrownBy(mailbox::take).isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
