package people

import (
	"fmt"
	"strings"

	"wres/loaders/csvfile"
	"wres/loaders/labels"
	"wres/model/source"
)

// maxCampaigns bounds the campaigns that lists of applicants can name. A column with
// more holds something else, such as the numbers of vacancies, and a count for each
// of those would fill the memory and show single people.
const maxCampaigns = 50

// campaignCell is what a cell of a campaign says.
type campaignCell struct {
	key    string // of the name; "": none
	hidden bool   // it holds something that is no name of a campaign
}

// campaign gives a campaign as it is shown; "" where campaigns are not told apart.
func (p *People) campaign(key string) string {
	if p.campaigns.Over {
		return ""
	}
	return p.campaigns.Of[key]
}

// sayCampaigns says of each list of applicants with a campaign that there were too many
// to tell apart.
func (p *People) sayCampaigns() {
	if !p.campaigns.Over {
		return
	}
	for _, li := range p.files {
		if column := li.file.Column("campaign"); column > 0 {
			li.file.Say(source.Notice, li.file.Header.Line, column, "campaign", fmt.Sprintf(
				"the lists of applicants name more than %d campaigns, so none is told apart: is this column the right one?", maxCampaigns))
		}
	}
}

// readCampaign finds the campaign that a cell names.
func (l *looking) readCampaign(raw string) campaignCell {
	key, ok := labels.Campaign(raw)
	switch {
	case !ok:
		return campaignCell{hidden: true}
	case key == "" || !l.campaigns.Add(key, csvfile.Clean(raw)):
		return campaignCell{}
	}
	return campaignCell{key: strings.Clone(key)}
}
