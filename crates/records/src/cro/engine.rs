//! A search as the engine makes it: candidates from the gallery, by their ratio, of whom only those that stand.

use roznamcha_acts::kinds::{Candidate, EnrolRef, ProbeKind};
use roznamcha_prints::Template;
use roznamcha_prints_gallery::{Position, Probe, Settings};

use super::gallery::act_of;
use crate::{DoorError, Records};

/// Centibans of a natural logarithm.
pub(super) fn centibans(llr: f32) -> i32 {
    (f64::from(llr) / std::f64::consts::LN_10 * 100.0).round() as i32
}

impl Records {
    /// From which ratio on a candidate is listed.
    pub(super) fn threshold(&self, probe: ProbeKind) -> i32 {
        let options = &self.options.cro;
        match probe {
            ProbeKind::Tenprint => options.tenprint_centibans,
            ProbeKind::Single => options.single_centibans,
            ProbeKind::Latent => options.latent_centibans,
        }
    }

    /// Candidates for these prints, best first, and among how many people was searched.
    pub(super) async fn candidates(
        &self,
        probe: ProbeKind,
        prints: Vec<(u8, Template)>,
        except: Option<&EnrolRef>,
    ) -> Result<(Vec<Candidate>, usize), DoorError> {
        let most = self.options.cro.candidates;
        // Some may not stand any more at another node, and he himself is among them.
        let settings = Settings { answers: 2 * most + 2, ..Settings::default() };
        let fingers: Vec<u8> = prints.iter().map(|(finger, _)| *finger).collect();
        let prints = prints.into_iter().map(|(finger, template)| (Position::new(finger).ok(), template));
        let asked = match probe {
            // A scene's prints may be several people's.
            ProbeKind::Latent => prints.map(|(finger, print)| Probe::Latent(finger, print)).collect(),
            ProbeKind::Tenprint | ProbeKind::Single => vec![Probe::Card(prints.collect())],
        };
        let (found, people) = self.gallery()?.search(asked, settings).await?;
        let least = self.threshold(probe);
        let mut all = Vec::new();
        for one in found.into_iter().filter(|one| centibans(one.llr) >= least) {
            if all.len() >= most {
                break;
            }
            let act = act_of(one.person);
            let Some(office) = self.store.office_of(&act).await? else { continue };
            let of = EnrolRef { office, act };
            if except == Some(&of) || self.standing(&of).await?.is_none() {
                continue;
            }
            let best = one.prints.iter().max_by(|a, b| a.2.total_cmp(&b.2));
            let (finger, probe_finger) = match (probe, best) {
                // All his fingers together.
                (ProbeKind::Tenprint, _) | (_, None) => (0, 0),
                (_, Some((place, position, _))) => {
                    (position.number(), fingers.get(*place).copied().unwrap_or(0))
                }
            };
            all.push(Candidate { of, finger, probe_finger, centibans: centibans(one.llr) });
        }
        Ok((all, people))
    }
}
