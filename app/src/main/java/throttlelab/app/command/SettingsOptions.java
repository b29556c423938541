package throttlelab.app.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import throttlelab.engine.UsageException;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.throttle.Tempo;

/// The options that set a federation up.
final class SettingsOptions {

    private static final double LONGEST_TEMPO_MILLIS = 60_000;

    @Option(names = "--policy", paramLabel = "POLICY", order = 30, converter = PolicyConverter.class,
            defaultValue = "content-addressed",
            description = "What the coordinator does at the barrier: content-addressed (the real one), or one of those "
                    + "that must fail: arrival-order, majority, first-response. Default: ${DEFAULT-VALUE}.")
    private CombinePolicy policy;

    @Option(names = "--partition", paramLabel = "PARTITION", order = 31, converter = PartitionConverter.class,
            defaultValue = "sliced",
            description = "How the model is divided: sliced, pipeline, experts. Default: ${DEFAULT-VALUE}.")
    private PartitionKind partition;

    @Option(names = "--workers", paramLabel = "N", order = 32, defaultValue = "8",
            description = "How many workers: 1, 2, 4 or 8. Default: ${DEFAULT-VALUE}.")
    private int workers;

    @Option(names = "--tempo", paramLabel = "full|MS", order = 34, converter = TempoConverter.class,
            defaultValue = "full",
            description = "Full speed, or slow motion with MS milliseconds of nominal work a stage. Default: "
                    + "${DEFAULT-VALUE}.")
    private Tempo tempo;

    FederationSettings settings() {
        return new FederationSettings(partition, workers, policy, tempo);
    }

    /// The policy that goes by a name.
    static final class PolicyConverter implements ITypeConverter<CombinePolicy> {

        @Override
        public CombinePolicy convert(String id) {
            try {
                return CombinePolicy.of(id);
            } catch (UsageException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /// The partition that goes by a name.
    static final class PartitionConverter implements ITypeConverter<PartitionKind> {

        @Override
        public PartitionKind convert(String id) {
            try {
                return PartitionKind.of(id);
            } catch (UsageException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /// Full speed or milliseconds.
    static final class TempoConverter implements ITypeConverter<Tempo> {

        @Override
        public Tempo convert(String text) {
            if (text.equals("full")) {
                return Tempo.FULL;
            }
            try {
                double millis = Double.parseDouble(text);
                if (millis > 0 && millis <= LONGEST_TEMPO_MILLIS) {
                    return Tempo.ofMillis(millis);
                }
            } catch (NumberFormatException e) {
                // The sentence below is for that, too.
            }
            throw new TypeConversionException("'" + text + "' is no tempo: use full, or milliseconds up to "
                    + (int) LONGEST_TEMPO_MILLIS + ".");
        }
    }
}
