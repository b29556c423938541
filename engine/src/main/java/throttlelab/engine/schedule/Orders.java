package throttlelab.engine.schedule;

/// The orders in which the contributions of a stage can arrive, numbered from 0 by the alphabet: number 0 is the order
/// of slots, the last one its reverse.
public final class Orders {

    private Orders() {
    }

    /// How many orders of `slots` contributions there are: `slots`!.
    public static int count(int slots) {
        int count = 1;
        for (int i = 2; i <= slots; i++) {
            count = Math.multiplyExact(count, i);
        }
        return count;
    }

    /// The order with this number.
    ///
    /// @return the slots, in the order of their arrival
    public static int[] order(int number, int slots) {
        int[] order = new int[slots];
        boolean[] taken = new boolean[slots];
        int rest = number;
        for (int place = 0; place < slots; place++) {
            int block = count(slots - 1 - place);
            int skip = rest / block;
            rest %= block;
            int slot = 0;
            while (taken[slot] || skip-- > 0) {
                slot++;
            }
            taken[slot] = true;
            order[place] = slot;
        }
        return order;
    }

    /// The number of an order that names each slot once.
    public static int number(int[] order) {
        int number = 0;
        for (int place = 0; place < order.length; place++) {
            int smaller = 0;
            for (int later = place + 1; later < order.length; later++) {
                smaller += order[later] < order[place] ? 1 : 0;
            }
            number = number * (order.length - place) + smaller;
        }
        return number;
    }
}
