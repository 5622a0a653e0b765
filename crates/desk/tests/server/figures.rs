//! Every figure opens what is behind it.

use std::collections::BTreeSet;

use super::test_server::TestServer;

const MSS: &str = "/api/v1/missions/MSS";
const DAY: &str = "as_of=2025-02-28&known_on=2025-10-02";

#[tokio::test]
async fn every_row_opens_and_says_the_same() {
    let server = TestServer::demo().await;
    let rows = server.get(&format!("{MSS}/rows?{DAY}"), &[]).await.json();
    for row in rows["rows"].as_array().unwrap() {
        let [whose, resource, stage] = [&row["whose"]["code"], &row["resource"], &row["stage"]]
            .map(|part| part.as_str().unwrap().replace('/', "%2F").replace(' ', "%20"));
        let opened = server.get(&format!("{MSS}/figures/{whose}/{resource}/{stage}?{DAY}"), &[]).await;
        let opened = opened.json();
        for end in ["low", "best", "high"] {
            assert_eq!(opened["figure"][end], row[end], "{whose} {resource} {stage}");
        }
        let ids = |list: &serde_json::Value, id: fn(&serde_json::Value) -> &serde_json::Value| {
            let list = list.as_array().unwrap().iter();
            list.map(|it| id(it).as_str().unwrap().to_owned()).collect::<BTreeSet<String>>()
        };
        let (behind, weighed) = (ids(&opened["claims"], |it| &it["id"]), ids(&row["claims"], |it| it));
        assert!(weighed.is_subset(&behind), "{whose} {resource} {stage}");
        assert_eq!(opened["figure"]["claims"], weighed.len());
        for beside in opened["claims"].as_array().unwrap() {
            if !weighed.contains(beside["id"].as_str().unwrap()) {
                assert_eq!(beside["taken"], "not_weighed", "{beside}");
            }
        }
    }
}

#[tokio::test]
async fn a_claim_behind_a_figure_says_how_it_was_taken() {
    let server = TestServer::demo().await;
    let kenya = server.get(&format!("{MSS}/figures/KEN/people/deployed?{DAY}"), &[]).await.json();
    let claims = kenya["claims"].as_array().unwrap();
    let of = |words: &str| claims.iter().find(|it| it["words"].as_str().unwrap().starts_with(words)).unwrap();
    let first = of("Kenya deploys 400 police, 2024-06-25");
    assert_eq!(first["taken"], "outvoted");
    assert_eq!(first["why"], "200 was taken; if this were right, 400 more would have moved untold");
    let by: Vec<_> = first["outvoted_by"].as_array().unwrap().iter().collect();
    let other = of("Kenya deploys 200 police, 1st contingent");
    assert_eq!((&other["taken"], by), (&"stands".into(), vec![&other["id"]]));
    assert_eq!(of("Kenya deploys some people")["why"], "it gives no number and may be among these");
}

#[tokio::test]
async fn a_figure_that_is_not_there_names_those_that_are() {
    let server = TestServer::demo().await;
    let problem = server.get(&format!("{MSS}/figures/JAM/people/home?{DAY}"), &[]).await.json();
    assert_eq!(problem["code"], "unknown_figure");
    assert_eq!(
        problem["hint"],
        "of JAM it has JAM/people/promised in all, JAM/people/promised, JAM/people/deployed"
    );
    let problem = server.get(&format!("{MSS}/figures/FJI/people/deployed"), &[]).await.json();
    assert_eq!(problem["code"], "unknown_figure");
}
