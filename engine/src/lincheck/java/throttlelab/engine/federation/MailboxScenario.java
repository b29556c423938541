package throttlelab.engine.federation;

/// Two that put, one that takes: everything comes once, and each sender's in its order.
public abstract class MailboxScenario {

    private static final int SENDERS = 2;
    private static final int EACH = 2;

    abstract void put(Integer item);

    abstract Integer take() throws InterruptedException;

    /// A sender.
    public void send0() {
        send(0);
    }

    /// Another one.
    public void send1() {
        send(1);
    }

    private void send(int sender) {
        for (int number = 0; number < EACH; number++) {
            put(sender * EACH + number);
        }
    }

    /// The owner.
    public void takeAll() throws InterruptedException {
        int[] next = new int[SENDERS];
        for (int i = 0; i < SENDERS * EACH; i++) {
            int item = take();
            if (item % EACH != next[item / EACH]++) {
                throw new IllegalStateException("item " + item + " out of order");
            }
        }
    }

    static ModelCheck check(Class<? extends MailboxScenario> scenario) {
        return new ModelCheck(scenario).thread("takeAll").thread("send0").thread("send1");
    }

    /// The real one.
    public static final class Real extends MailboxScenario {

        private final Mailbox<Integer> mailbox = new Mailbox<>();

        @Override
        void put(Integer item) {
            mailbox.put(item);
        }

        @Override
        Integer take() throws InterruptedException {
            return mailbox.take();
        }
    }

    /// Broken: two that put can take each other's place.
    public static final class Unguarded extends MailboxScenario {

        private final UnguardedMailbox mailbox = new UnguardedMailbox();

        @Override
        void put(Integer item) {
            mailbox.put(item);
        }

        @Override
        Integer take() {
            return mailbox.take();
        }
    }
}
