/// The tab "Live": workers, barrier, timeline, streams, verdict and transport around one run.
package throttlelab.fxml.live;
