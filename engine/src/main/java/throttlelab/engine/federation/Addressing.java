package throttlelab.engine.federation;

import throttlelab.engine.digest.Checksum;
import throttlelab.engine.digest.Hasher;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.model.Routing;
import throttlelab.engine.numerics.Kernels;

/// The rules by which coordinator and workers, each for itself, find content addresses and input digests.
///
/// All numbers are big-endian, strings are preceded by their length (see [Hasher]):
///
/// - identity of a slot's owner = SHA-256(numerics version, model digest, shard digest, partition, worker count)
/// - rows digest = SHA-256(position, running token digest; for each row in order)
/// - chain, first stage of a step = SHA-256("tokens", rows digest); any other stage = SHA-256("stage", then slot number,
///   address and checksum of each contribution combined in the previous stage, in slot order)
/// - input digest = SHA-256(chain, CRC32C of the input's bytes)
/// - content address = SHA-256(identity, layer, stage kind, slot, input digest, rows digest)
///
/// No run identifier takes part: a revived worker recomputes the same address.
final class Addressing {

    private final Hasher hasher;
    private final Checksum crc = new Checksum();

    Addressing(Hasher hasher) {
        this.hasher = hasher;
    }

    static Sha256 identity(Sha256 model, Sha256 shard, Partition partition) {
        return new Hasher().add(Kernels.CONTRACT).add(model).add(shard).add(partition.kind().id())
                .add(partition.workers()).finish();
    }

    Sha256 firstChain(Sha256 rows) {
        return hasher.add("tokens").add(rows).finish();
    }

    /// @param locked the contributions that were combined, by slot; `null` where one was missing
    Sha256 chain(Contribution[] locked) {
        hasher.add("stage");
        for (int slot = 0; slot < locked.length; slot++) {
            if (locked[slot] != null) {
                hasher.add(slot).add(locked[slot].address()).add(locked[slot].checksum());
            }
        }
        return hasher.finish();
    }

    /// @param input the stage's input, `length` floats
    /// @param routing bound as well where there is one
    Sha256 input(Sha256 chain, float[] input, int length, Routing routing) {
        crc.add(input, 0, length);
        if (routing != null) {
            crc.add(routing.experts(), 0, routing.experts().length).add(routing.weights(), 0, routing.weights().length);
        }
        return hasher.add(chain).add(crc.finish()).finish();
    }

    Sha256 address(Sha256 identity, StageId stage, int slot, Sha256 input, Sha256 rows) {
        return hasher.add(identity).add(stage.layer()).add(stage.kind().id()).add(slot).add(input).add(rows).finish();
    }
}
