//! Little ledgers and the figures that follow from them.

use crate::book::check;

#[test]
fn the_latest_count_is_the_base_and_movements_after_it_come_on_top() {
    check(
        "KEN people/police deployed | 382 | as 2024-09-26 | pub 2024-09-26
         KEN people/police deploy | 217 | on 2025-01-18 | pub 2025-01-18
         KEN people/police lose | 1 | on 2025-02-23 | pub 2025-02-23",
        "2025-02-28",
        "KEN people deployed: 598 598 598 [1 2 3]
         KEN people lost: 1 1 1 [3]",
    );
}

#[test]
fn a_flight_in_dispute_is_one_flight() {
    check(
        "KEN people/police deploy | 200 | on 2024-06-25 | pub 2024-06-25
         KEN people/police deploy | 400 | on 2024-06-25 | pub 2024-06-25
         KEN people/police deploy | 200 | on 2024-07-16 | pub 2024-07-16",
        "2024-07-20",
        "KEN people deployed: 400 400 600 [1 2 3]
         dispute: 200 [1] / 400 [2]; nothing else tells them apart and the lower number claims less
         event: KEN deploy 200 [1 2]: counted
         event: KEN deploy 200 [3]: counted",
    );
}
