package throttlelab.fxml.barrier;

/// One slot of a barrier, at one moment.
///
/// @param worker whose contribution it expects
/// @param phase what it shows
/// @param filled how far its worker is on the way to delivery, from 0 to 1
/// @param solid which share of that way is compute; the rest is injected delay
/// @param address the first digits of the content address it waits for; empty if there is none yet
/// @param arrival its place in the order of arrival, from 1; 0 while it has not locked
/// @param fallen how many contributions of its worker lie on the floor
public record BarrierSlot(int worker, BarrierPhase phase, double filled, double solid, String address, int arrival,
        int fallen) {
}
