/// The federation, the numbers it computes and the experiment on them; it knows no screen and no command line.
module throttlelab.engine {
    requires java.management;
    requires jdk.incubator.vector;
    requires transitive tools.jackson.databind;

    exports throttlelab.engine;
    exports throttlelab.engine.bet;
    exports throttlelab.engine.comparison;
    exports throttlelab.engine.digest;
    exports throttlelab.engine.federation;
    exports throttlelab.engine.files;
    exports throttlelab.engine.live;
    exports throttlelab.engine.model;
    exports throttlelab.engine.numerics;
    exports throttlelab.engine.recording;
    exports throttlelab.engine.throttle;
}
