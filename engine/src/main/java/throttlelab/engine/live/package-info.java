/// A run that somebody watches: started, paused, stepped and stopped from outside, with a trace of every stage that can
/// be read while it grows.
///
/// Whoever watches samples the newest state; no worker and no coordinator ever waits for a reader. Writers only append
/// and publish, readers take no lock.
package throttlelab.engine.live;
