/// The federation, the numbers it computes and the experiment on them; it knows no screen and no command line.
// PDFBox is an automatic module, and there is no other.
@SuppressWarnings("requires-automatic")
module throttlelab.engine {
    requires java.management;
    requires jdk.incubator.vector;
    // PDFBox logs through it, but cannot say so: an automatic module requires nothing.
    requires org.apache.commons.logging;
    requires org.apache.fontbox;
    requires org.apache.pdfbox;
    requires org.apache.pdfbox.io;
    requires org.commonmark;
    requires transitive tools.jackson.databind;

    exports throttlelab.engine;
    exports throttlelab.engine.bet;
    exports throttlelab.engine.comparison;
    exports throttlelab.engine.comparison.divergence;
    exports throttlelab.engine.comparison.printed;
    exports throttlelab.engine.digest;
    exports throttlelab.engine.federation;
    exports throttlelab.engine.files;
    exports throttlelab.engine.lesson;
    exports throttlelab.engine.live;
    exports throttlelab.engine.model;
    exports throttlelab.engine.numerics;
    exports throttlelab.engine.recording;
    exports throttlelab.engine.recording.foreign;
    exports throttlelab.engine.replay;
    exports throttlelab.engine.report;
    exports throttlelab.engine.report.content;
    exports throttlelab.engine.report.verify;
    exports throttlelab.engine.schedule;
    exports throttlelab.engine.schedule.matrix;
    exports throttlelab.engine.throttle;
    exports throttlelab.engine.words;
}
