/// Where two runs part for the first time, down to who: prompt, token, layer, stage, worker and contribution, found in
/// their audit logs. Where there is no log, that stretch is run again to get one.
package throttlelab.engine.comparison.divergence;
