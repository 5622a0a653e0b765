//! Who kept what promise, and one contributor's page.

use super::test_server::TestServer;

const MSS: &str = "/api/v1/missions/MSS";
const DAY: &str = "as_of=2025-02-28&known_on=2025-10-02";

#[tokio::test]
async fn the_table_says_what_the_list_says() {
    let server = TestServer::demo().await;
    let json = server.get(&format!("{MSS}/contributors?{DAY}"), &[]).await.json();
    let table = server.get(&format!("{MSS}/contributors?{DAY}"), &[("accept", "text/csv")]).await;
    let mut read = csv::Reader::from_reader(&*table.body);
    let columns = read.headers().unwrap().clone();
    let rows: Vec<_> = read.records().map(|row| row.unwrap()).collect();
    let list = json["contributors"].as_array().unwrap();
    assert_eq!(rows.len(), list.len());
    for (row, line) in rows.iter().zip(list) {
        let cell = |name: &str| &row[columns.iter().position(|column| column == name).unwrap()];
        assert_eq!(cell("party"), line["whose"]["code"]);
        let number = |value: &serde_json::Value| value.as_u64().map(|n| n.to_string()).unwrap_or_default();
        let stages = line["stages"].as_array().unwrap();
        for stage in json["stages"].as_array().unwrap() {
            let stage = stage.as_str().unwrap();
            let figure = stages.iter().find(|it| it["key"]["stage"] == stage);
            for end in ["low", "best", "high"] {
                let want = figure.map(|figure| number(&figure[end])).unwrap_or_default();
                assert_eq!(cell(&format!("{stage}_{end}")), want, "{line}");
            }
        }
        for end in ["low", "best", "high"] {
            let all = cell(&format!("promised_in_all_{end}"));
            assert_eq!(all, number(&line["promised_in_all"][end]));
            assert_eq!(cell(&format!("kept_percent_{end}")), number(&line["kept"][end]));
        }
        assert_eq!(cell("overdue"), line["overdue"].as_array().unwrap().len().to_string());
    }
}

#[tokio::test]
async fn every_contributor_has_a_page() {
    let server = TestServer::demo().await;
    let rows = server.get(&format!("{MSS}/rows?{DAY}"), &[]).await.json();
    let rows = rows["rows"].as_array().unwrap();
    let codes: std::collections::BTreeSet<_> =
        rows.iter().map(|row| row["whose"]["code"].as_str().unwrap()).collect();
    for code in codes {
        let page = server.get(&format!("{MSS}/contributors/{code}?{DAY}"), &[]).await;
        assert_eq!(page.status.as_u16(), 200, "{code}");
        assert_eq!(page.json()["whose"]["code"], code);
    }
    let problem = server.get(&format!("{MSS}/contributors/FJI?{DAY}"), &[]).await.json();
    assert_eq!(problem["code"], "unknown_contributor");
}

#[tokio::test]
async fn a_page_tells_promises_contingents_and_what_was_said() {
    let server = TestServer::demo().await;
    let kenya = server.get(&format!("{MSS}/contributors/KEN?{DAY}"), &[]).await.json();
    let list = |name: &str| kenya[name].as_array().unwrap().clone();
    let ages: Vec<_> = list("promises").iter().map(|it| it["age_days"].as_i64().unwrap()).collect();
    assert!(ages.len() > 4 && ages.is_sorted_by(|a, b| a >= b), "{ages:?}");
    let contingents: Vec<_> = list("contingents")
        .iter()
        .map(|it| (it["ordinal"].as_u64().unwrap(), it["movements"][0]["best"].as_u64().unwrap()))
        .collect();
    assert_eq!(contingents, [(1, 200), (2, 200), (3, 217), (4, 144)]);
    let said = list("said");
    let days: Vec<_> = said.iter().map(|it| it["published"]["day"].as_str().unwrap().to_owned()).collect();
    assert!(days.is_sorted() && days.last().unwrap().as_str() <= "2025-10-02", "{days:?}");
    assert!(list("disputes").iter().all(|it| it["whose"]["code"] == "KEN"));
}
